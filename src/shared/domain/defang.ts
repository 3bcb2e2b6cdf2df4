/**
 * Attackers' addresses as they are shown: nobody can click or paste them by accident. One style is written
 * (`hxxp://`, every dot of the host `[.]`, `user[@]host`); paths, file names and subjects stay as they are.
 */
const DOTTED_KINDS = new Set(["ipv4-addr", "domain-name", "hostname"]);

const defangHost = (host: string) => host.replaceAll(".", "[.]");

function defangUrl(url: string): string {
  const match = /^([a-z][a-z0-9+.-]*):\/\/(?:([^/?#]*)@)?(\[[^\]]*\]|[^/?#:]*)(.*)$/is.exec(url);
  if (!match) return defangHost(url);
  const [, scheme = "", user, host = "", rest = ""] = match;
  const safeScheme = scheme.replace(/^http/i, "hxxp").replace(/^ftp/i, "fxp");
  return `${safeScheme}://${user === undefined ? "" : `${user}[@]`}${defangHost(host)}${rest}`;
}

function defangMailAddress(address: string): string {
  const at = address.lastIndexOf("@");
  return at < 0 ? address : `${address.slice(0, at)}[@]${defangHost(address.slice(at + 1))}`;
}

/** The value of an observable of a kind (STIX object name) as it may be shown. A value defanged already stays so. */
export function defang(kind: string, value: string): string {
  if (value.includes("[.]") || value.includes("[@]") || /^hxxp/i.test(value)) return value;
  if (kind === "url") return defangUrl(value);
  if (kind === "email-addr") return defangMailAddress(value);
  if (kind === "ipv6-addr") return value.replace(":", "[:]");
  return DOTTED_KINDS.has(kind) ? defangHost(value) : value;
}

/** Undoes what makes an address harmless: hxxp, [.], (dot), [@], full-width ＠ and ．. Already live text stays. */
export function refang(text: string): string {
  return text
    .replaceAll("＠", "@")
    .replaceAll(/[．｡]/g, ".")
    .replaceAll(/\s?[[({【]\s?(?:\.|dot|ドット)\s?[\])}】]\s?/gi, ".")
    .replaceAll(/\s?[[({【]\s?(?:@|at|アット)\s?[\])}】]\s?/gi, "@")
    .replaceAll(/\[(:?\/\/)\]/g, "$1")
    .replaceAll(/\[:\]/g, ":")
    .replaceAll(/\bh(?:xx|\*\*)p(s?)(?=:)/gi, "http$1")
    .replaceAll(/\bfxp(?=:)/gi, "ftp");
}
