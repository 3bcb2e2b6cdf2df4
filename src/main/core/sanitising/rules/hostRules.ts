import { readWrappedLink, URL_TOKEN } from "../decoders/linkWrappers.ts";
import type { Sighting } from "../matchView.ts";

const USER_PATH =
  /(?:[A-Za-z]:(?:\\\\?|\/)(?:Users|Documents and Settings|ユーザー)|\/home|\/Users|\/export\/home|\/var\/home)(?:\\\\?|\/)([^\\/\s"'<>:|*?、。」）)]+)(?=([\\/][^\s"'<>|、。」]*)?)/giu;
const SHARED_USERS =
  /^(?:public|default|default user|all users|administrator|admin|user|users|guest|username|xxx+|\*+|%\w+%|〔.*|<.*|root|test|www|ubuntu|ec2-user|shared|利用者)$/iu;
const UNC = /(?<![\\\w:])\\\\([\w-]{2,}(?:\.[\w-]+)*)(?=\\[\w$.-])/g;
const INTERNAL_HOST =
  /(?<![\w@.-])(?:[a-z0-9_-]+\.)+(?:local|internal|intra|intranet|corp|lan|localdomain|private|localnet)(?![\w-]|\.\w)/gi;
const SERVER_NAME =
  /(?<![\w.-])(?:[A-Z]{0,8}-?(?:SV|SRV|SVR|DC|AD|FS|NAS|PC|NB|DB|WEB|APP?|FILE|BACKUP|MAIL|DESKTOP|LAPTOP|WIN)-?(?=[A-Z0-9]*\d)[A-Z0-9]{2,8})(?![\w.-])/g;
const NETBIOS = /(?<![\w\\/:.])([A-Z][A-Z0-9-]{1,14})\\(?!\\)([A-Za-z][\w.-]{1,30})(?![\\\w])/g;
const NO_DOMAIN = /^(?:HKLM|HKCU|HKCR|HKU|HKEY|NT|BUILTIN|WORKGROUP|AUTHORITY|SOFTWARE|SYSTEM|WINDOWS)$/;
const PRIVATE_ADDRESS =
  /(?<![\d.])(?:10(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2}|169\.254(?:\.\d{1,3}){2})(?![\d.]*\d)/g;
const WRAPPER_HOST =
  /(?<![\w.-])(?:[\w-]+\.)*(?:safelinks\.protection\.outlook\.com|urldefense(?:\.proofpoint)?\.com|avanan\.click|cudasvc\.com|mimecastprotect\.com|protection\.sophos\.com|secure-web\.cisco\.com)(?![\w.-])/gi;

/** What a network calls its own things: accounts, hosts, addresses, and the links its mail filter wrote. */
export function hostSightings(text: string): Sighting[] {
  return [
    ...wrapperSightings(text),
    ...userPathSightings(text),
    ...find(
      text,
      UNC,
      "internal-host",
      (host) => (/\.(?!local|internal|corp|lan)[a-z]{2,}$|^\d/i.test(host) ? undefined : "must"),
      1,
    ),
    ...find(text, INTERNAL_HOST, "internal-host", () => "must"),
    ...find(text, SERVER_NAME, "internal-host", () => "review"),
    ...find(text, NETBIOS, "internal-host", (domain) => (NO_DOMAIN.test(domain) ? undefined : "review"), 1),
    ...find(text, PRIVATE_ADDRESS, "private-address", () => "review"),
  ];
}

function find(
  text: string,
  pattern: RegExp,
  kind: Sighting["kind"],
  judge: (found: string) => Sighting["severity"] | undefined,
  group = 0,
): Sighting[] {
  return [...text.matchAll(pattern)].flatMap((match): Sighting[] => {
    const found = match[group] ?? "";
    const severity = judge(found);
    const start = match.index + (group === 0 ? 0 : match[0].indexOf(found));
    return severity === undefined ? [] : [{ start, end: start + found.length, kind, severity }];
  });
}

function userPathSightings(text: string): Sighting[] {
  return [...text.matchAll(USER_PATH)].flatMap((match): Sighting[] => {
    const [whole, user = "", rest = ""] = match;
    if (SHARED_USERS.test(user)) return [];
    const start = match.index + whole.length - user.length;
    // The path of a program's debug symbols is its author's, most likely the attacker's.
    const severity = /\.pdb$/i.test(rest) ? "review" : "must";
    return [{ start, end: start + user.length, kind: "user-path", severity }];
  });
}

function wrapperSightings(text: string): Sighting[] {
  const links = /https?:/i.test(text) ? [...text.matchAll(URL_TOKEN)] : [];
  const wrapped = links.flatMap((match): Sighting[] =>
    readWrappedLink(match[0]) === undefined
      ? []
      : [{ start: match.index, end: match.index + match[0].length, kind: "link-wrapper", severity: "must" }],
  );
  return [...wrapped, ...find(text, WRAPPER_HOST, "link-wrapper", () => "review")];
}
