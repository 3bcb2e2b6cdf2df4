/** Names that everybody may see in a report: public bodies, vendors and products that its readers use. */
export const PUBLIC_NAMES: ReadonlySet<string> = new Set(
  (
    "IPA JPCERT JPCERT/CC J-CSIP NISC 警察庁 経済産業省 総務省 金融庁 個人情報保護委員会 情報処理推進機構 警視庁 内閣サイバーセキュリティセンター デジタル庁 " +
    "Microsoft マイクロソフト Google グーグル Apple アップル Amazon アマゾン Adobe アドビ Oracle オラクル Cisco シスコ Fortinet フォーティネット FortiGate " +
    "Trend Micro トレンドマイクロ Symantec シマンテック McAfee マカフィー Sophos ソフォス Kaspersky カスペルスキー ESET CrowdStrike Palo Alto パロアルト " +
    "Citrix シトリックス VMware LinkedIn リンクトイン Facebook Twitter Slack Zoom Dropbox GitHub WordPress Windows Office Outlook Exchange Excel Word " +
    "PowerPoint Teams SharePoint OneDrive Azure Active Directory Chrome Firefox Edge Safari Android iPhone Linux Java Emotet エモテット LockBit " +
    "PsExec Mimikatz Cobalt Strike PowerShell Zerologon ICMP VPN DocuSign Proofpoint Mimecast Barracuda Cloudflare Akamai Splunk ラック"
  )
    .split(" ")
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
