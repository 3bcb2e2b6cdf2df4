import type { LinkEvidence } from "../contract/cases.ts";
import type { Messages } from "./catalogue.ts";

/** A piece of evidence for a link in a few words. */
export function describeEvidence(evidence: LinkEvidence, { cases, vocabulary }: Messages): string {
  const words = cases.links.suggestions.evidence;
  switch (evidence.kind) {
    case "observable":
      return words.observable(
        vocabulary.observableKind[evidence.observable] ?? evidence.observable,
        evidence.value,
        evidence.cases,
      );
    case "domain":
      return words.domain(evidence.value, evidence.sender);
    case "subject":
      return words.subject(evidence.value);
    case "campaign":
      return words.campaign(evidence.name);
    case "techniques":
      return words.techniques(evidence.ids.join(", "));
    case "text":
      return words.text(evidence.percent);
  }
}
