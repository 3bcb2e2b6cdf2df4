/**
 * Names that everybody may see in a report: public bodies, vendors and products that its readers use, malware and actors as their
 * finders call them, and brands that attackers imitate. Who reported or was hit is in the roster or named in the report, and is found all the same.
 */
const BODIES =
  "IPA JPCERT JPCERT/CC J-CSIP NISC NICT 警察庁 経済産業省 総務省 金融庁 個人情報保護委員会 情報処理推進機構 警視庁 内閣サイバーセキュリティセンター デジタル庁 " +
  "国税庁 厚生労働省 国土交通省 外務省 防衛省 財務省 文部科学省 農林水産省 環境省 法務省 内閣府 消費者庁 特許庁 公正取引委員会 公安調査庁 日本年金機構 " +
  "都道府県警 都道府県警察 国民生活センター 日本サイバー犯罪対策センター JC3 フィッシング対策協議会 CISA FBI NSA NCSC ENISA MITRE NIST FIRST Europol Interpol";
const VENDORS =
  "Microsoft マイクロソフト Google グーグル Apple アップル Amazon アマゾン AWS Adobe アドビ Oracle オラクル Cisco シスコ Fortinet フォーティネット " +
  "Trend Micro トレンドマイクロ Symantec シマンテック McAfee マカフィー Trellix Sophos ソフォス Kaspersky カスペルスキー ESET CrowdStrike SentinelOne " +
  "Palo Alto パロアルト パロアルトネットワークス Networks Citrix シトリックス VMware Broadcom SonicWall Ivanti Juniper F5 Zscaler Netskope Okta Duo Barracuda Proofpoint " +
  "Mimecast Cloudflare Akamai Splunk ラック Mandiant FireEye SecureWorks Tenable Qualys Rapid7 Zoho ManageEngine SolarWinds Kaseya Progress Atlassian " +
  "Salesforce セールスフォース SAP IBM Dell HP HPE Intel AMD NVIDIA Lenovo Huawei ZTE ASUS QNAP Synology Buffalo Yamaha Juniper Check Point GitLab GitHub";
const PRODUCTS =
  "FortiGate FortiOS FortiMail FortiClient GlobalProtect PAN-OS AnyConnect NetScaler BIG-IP Windows Office Outlook Exchange Excel Word PowerPoint OneNote Teams " +
  "SharePoint OneDrive Azure Entra Intune Defender Active Directory Chrome Firefox Edge Safari Android iPhone iOS macOS Linux Ubuntu Debian CentOS Java JavaScript Python PHP " +
  "Node.js Apache Tomcat Struts Nginx IIS OpenSSL OpenSSH Samba MySQL PostgreSQL Redis MongoDB WordPress Drupal Joomla Movable Confluence Jira Docker Kubernetes ESXi " +
  "vCenter vSphere Hyper-V Veeam Slack Zoom Webex Dropbox Box Gmail Chatwork kintone Garoon サイボウズ LINE WhatsApp Telegram Discord Signal Facebook Twitter " +
  "Instagram LinkedIn リンクトイン YouTube DocuSign PowerShell PsExec Mozilla AppleWebKit Gecko Chromium WebKit TeamViewer AnyDesk ScreenConnect LogMeIn Splashtop";
const MALWARE =
  "Emotet エモテット LockBit Conti REvil BlackCat ALPHV Hive Clop Cl0p BlackSuit Akira Royal BlackBasta RansomHub Phobos Ryuk Maze DarkSide WannaCry NotPetya Qakbot QBot " +
  "IcedID TrickBot Dridex Ursnif Gozi Ramnit AgentTesla FormBook LokiBot Remcos NanoCore AsyncRAT njRAT PlugX ShadowPad Cobalt Strike Metasploit Sliver Mimikatz " +
  "BloodHound Rclone Zerologon ProxyShell ProxyLogon ProxyNotShell Log4Shell Log4j PrintNightmare EternalBlue BlueKeep Heartbleed Follina Spring4Shell ICMP VPN " +
  "Lazarus Kimsuky APT10 APT28 APT29 APT40 APT41 Tick BlackTech Turla Sandworm Mirai Gafgyt Bashlite GuLoader BazarLoader SmokeLoader RedLine Raccoon Vidar Lumma";
const BRANDS =
  "DHL FedEx UPS Netflix PayPal PayPay eBay Visa Mastercard JCB 楽天 楽天市場 楽天カード ヤマト運輸 クロネコヤマト 佐川急便 日本郵便 日本郵政 ゆうちょ銀行 三井住友カード 三菱UFJニコス " +
  "エポスカード イオンカード セゾンカード オリコ アメリカン・エキスプレス 三菱UFJ銀行 三井住友銀行 みずほ銀行 りそな銀行 NTTドコモ ドコモ KDDI ソフトバンク えきねっと ETC利用照会サービス メルカリ Yahoo ヤフー";

export const PUBLIC_NAMES: ReadonlySet<string> = new Set(
  [BODIES, VENDORS, PRODUCTS, MALWARE, BRANDS]
    .flatMap((names) => names.split(" "))
    .map((name) => name.normalize("NFKC").toLowerCase()),
);

/** Domains of those, which are printed as they are. */
export const PUBLIC_DOMAINS: readonly string[] = [
  "ipa.go.jp",
  "jpcert.or.jp",
  "nisc.go.jp",
  "npa.go.jp",
  "meti.go.jp",
  "soumu.go.jp",
  "jvn.jp",
  "antiphishing.jp",
  "microsoft.com",
  "nist.gov",
  "cve.org",
  "mitre.org",
  "cisa.gov",
  "first.org",
];

export function isPublicHost(host: string): boolean {
  const name = host.toLowerCase();
  return PUBLIC_DOMAINS.some((domain) => name === domain || name.endsWith(`.${domain}`));
}
