import { parse } from "tldts";
import { defang } from "#shared/domain/defang.ts";
import { isPublicHost } from "./rules/publicNames.ts";

const URL = /\b(?:https?|ftp):\/\/[^\s"'<>「」『』（）、。，｜\u3041-\u30ff\u4e00-\u9fff]+/gi;
const MAIL = /(?<![\w.+〕-])[\w.+-]+@(?:[\w-]+\.)+[a-z]{2,}(?![\w-])/gi;
const MASKED_MAIL = /(?<=〕)@(?:[\w-]+\.)+[a-z]{2,}(?![\w-])/gi;
/** Hosts with a mask in them. */
const MASKED_URL = /\b(https?|ftp):\/\/([^\s"'<>、。「」/?#〔]*〔[^〕]*〕[^\s"'<>、。「」/?#]*)/gi;
const MASKED_HOST = /(?<=〕)[\w-]*(?:\.[\w-]+)*\.[a-z]{2,}(?![\w-])/gi;
const ADDRESS = /(?<![\d.\w-])(?:\d{1,3}\.){3}\d{1,3}(?![\d.]*\d|[\w-])/g;
const DOMAIN =
  /(?<![\w@.\-/\\=〕])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:xn--[a-z0-9]+|[a-z]{2,})(?![\w-]|\.\w|\()/gi;
const RESERVED = /\.(?:example|test|invalid)$/i;
/** Endings of files that are countries' or others' domains as well. */
const FILE_ENDING =
  /\.(?:zip|mov|py|sh|pl|rs|md|cc|ps|so|app|bat|cab|com|lnk|js|ts|vbs|exe|dll|doc|docx|xls|xlsx|ppt|pdf|txt|html?|iso|img|rar|scr|jar|java|pub|ai|id|info|name|pro|data|dev|log|cfg)$/i;
/** ASP.NET, System.IO, Socket.IO. */
const LIBRARY = /^[A-Za-z]+\.(?:NET|IO)$/;
const VERSION_BEFORE = /(?:ver(?:sion)?\.?|v|バージョン|版|リビジョン|rev\.?|build)\s*$/i;

/**
 * Attackers' addresses as they may be shown: nobody can click or paste them by accident. What is defanged already stays as
 * it is; public bodies' own addresses, file names and version numbers are left alone.
 */
export function defangText(text: string): string {
  return text
    .replaceAll(URL, (url) => (isPublicHost(hostOf(url)) ? url : defang("url", url)))
    .replaceAll(MAIL, (mail) => (isPublicHost(mail.slice(mail.indexOf("@") + 1)) ? mail : defang("email-addr", mail)))
    .replaceAll(MASKED_URL, (_, scheme: string, host: string) => `${defang("url", `${scheme}://`)}${defangDots(host)}`)
    .replaceAll(MASKED_HOST, (host) => (isDomain(`x${host}`) ? defangDots(host) : host))
    .replaceAll(MASKED_MAIL, (domain) => defang("email-addr", domain))
    .replaceAll(ADDRESS, (address, offset: number, whole: string) =>
      isAddress(address) && !VERSION_BEFORE.test(whole.slice(Math.max(0, offset - 12), offset))
        ? defang("ipv4-addr", address)
        : address,
    )
    .replaceAll(DOMAIN, (domain) => (isDomain(domain) ? defang("domain-name", domain) : domain));
}

const defangDots = (host: string) => host.replaceAll(/(?<!\[)\.(?!\])/g, "[.]");

function hostOf(url: string): string {
  return /^[a-z]+:\/\/(?:[^/@]*@)?([^/:?#]+)/i.exec(url)?.[1] ?? "";
}

function isAddress(address: string): boolean {
  const parts = address.split(".").map(Number);
  return (
    parts.every((part) => part <= 255) && !/^(?:10|127|192\.168|172\.(?:1[6-9]|2\d|3[01])|0)\./.test(`${address}.`)
  );
}

function isDomain(domain: string): boolean {
  if (isPublicHost(domain) || LIBRARY.test(domain)) return false;
  if (RESERVED.test(domain)) return true;
  // "info.com" may be a file or a domain; with two dots it is a domain.
  if (
    FILE_ENDING.test(domain) &&
    domain.split(".").length < 3 &&
    !/\.(?:com|info|dev|app|ai|id|name|pro)$/i.test(domain)
  )
    return false;
  return parse(domain).isIcann === true && (parse(domain).domain ?? "") !== "";
}
