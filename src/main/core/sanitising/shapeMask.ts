import type { Finding } from "./finding.ts";
import { maskFinding, type Labels, type Mask, type Tokens } from "./maskSpans.ts";
import { findRegions } from "./regionWords.ts";

/** A name in Latin letters is found by the organisation's domain (Aoba Heavy, aoba-heavy.example), and is its name all the same. */
export function asNamed(finding: Finding): Finding {
  const { kind, entity, text } = finding;
  return kind === "domain" && entity !== undefined && !/[.．。[\]@]|dot/iu.test(text)
    ? { ...finding, kind: "organization" }
    : finding;
}

const PARAMETER = /^[?&;]?[A-Za-z][\w.-]{0,30}=(?=[^=])/u;

/**
 * The engine's mask for a finding as a text reads best with it: a Latin name is a name, a parameter keeps its own name, a number
 * its plus goes with it, and an industry whose only member sits in a region loses the region.
 */
export function shapeMasks(text: string, found: Finding, tokens: Tokens, labels: Labels): Mask[] {
  const finding = asNamed(found);
  const mask = bracketInToken(text, maskFinding(text, finding, tokens, labels), labels[finding.entity ?? ""]);
  if (finding.kind === "quasi-identifier" && finding.severity === "must") {
    const regions = findRegions(text, finding);
    return regions.length > 0 ? regions.map((span) => ({ ...span, text: "" })) : [mask];
  }
  if (finding.kind === "phone" && /[+＋]/u.test(text.charAt(mask.start - 1)))
    return [{ ...mask, start: mask.start - 1 }];
  const name = PARAMETER.exec(text.slice(mask.start, mask.start + 40))?.[0].length ?? 0;
  return [name > 0 && mask.start + name <= finding.start ? { ...mask, start: mask.start + name } : mask];
}

/** In an account or a host a label has brackets: 〔A社名〕-portal[.]net, as addresses with masks are read and defanged. */
function bracketInToken(text: string, mask: Mask, label: string | undefined): Mask {
  if (label === undefined || mask.text !== label) return mask;
  const isToken =
    /^(?:[-_.@\\]|\[\.\]|\[@\])[A-Za-z0-9]/u.test(text.slice(mask.end, mask.end + 4)) ||
    /[A-Za-z0-9](?:[-_.@\\]|\[\.\]|\[@\])$/u.test(text.slice(Math.max(0, mask.start - 4), mask.start));
  return isToken ? { ...mask, text: `〔${label}名〕` } : mask;
}
