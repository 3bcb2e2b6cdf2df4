import { v5 as uuidv5 } from "uuid";
import type { ExportedIndicator, ExportSet } from "./exportSet.ts";
import { observableForm, type HashAlgorithm, type ObservableForm } from "./observableForm.ts";
import type { WrittenObjects } from "./writeStix.ts";

/** Of the ids of the hub's events and attributes: the same one in every export. Drawn at random once. */
const NAMESPACE = "b3a1d7f0-52c6-4f4e-9a55-0c8d2e61f7b4";
/** Chatham House: who is behind it must not be told. The hub's normal mode. */
const SOURCE_TAG = "tlp:ex:chr";

const UNDEFINED_THREAT = "4";
const ANALYSIS_COMPLETED = "2";
/** Your organisation only: whoever imports it decides to whom it goes on. */
const OWN_ORGANISATION = "0";

const HASH_TYPES: Record<HashAlgorithm, string> = {
  MD5: "md5",
  "SHA-1": "sha1",
  "SHA-256": "sha256",
  "SHA-512": "sha512",
};

/** Types and categories of MISP; `detects`: whether a sensor can be fed with it. Nothing becomes a `target-…`. */
function attributeType(form: ObservableForm): { type: string; category: string; value: string; detects: boolean } {
  switch (form.form) {
    case "ipv4-addr":
    case "ipv6-addr":
      return { type: "ip-dst", category: "Network activity", value: form.value, detects: true };
    case "domain-name":
      return { type: "domain", category: "Network activity", value: form.value, detects: true };
    case "url":
      return { type: "url", category: "Network activity", value: form.value, detects: true };
    case "email-addr":
      return { type: "email-src", category: "Payload delivery", value: form.value, detects: true };
    case "subject":
      return { type: "email-subject", category: "Payload delivery", value: form.value, detects: false };
    case "file-name":
      return { type: "filename", category: "Payload delivery", value: form.value, detects: false };
    case "mutex":
      return { type: "mutex", category: "Artifacts dropped", value: form.value, detects: true };
    case "as":
      return { type: "AS", category: "Network activity", value: `AS${form.number}`, detects: false };
    case "hash":
      return { type: HASH_TYPES[form.algorithm], category: "Payload delivery", value: form.value, detects: true };
  }
}

/** Seconds of the day's beginning: days only, as everywhere in what leaves. */
const secondsOf = (day: string): string => String(Date.parse(`${day}T00:00:00Z`) / 1000);
const tagOf = (label: string) => ({ name: label.toLowerCase() });

/** A MISP event, not published, for the importer's own organisation only. Equal sets give equal bytes. */
export function writeMisp(set: ExportSet): WrittenObjects {
  const attributes = set.indicators.map(attributeOf);
  const found = attributes.filter((attribute) => attribute !== null);
  const days = set.indicators.map(({ firstSeen }) => firstSeen).sort();
  const first = days[0] ?? set.day;
  const event = {
    uuid: uuidv5(JSON.stringify([set.title, ...found.map(({ uuid }) => uuid)]), NAMESPACE),
    info: set.title,
    date: first,
    timestamp: secondsOf(days.at(-1) ?? set.day),
    threat_level_id: UNDEFINED_THREAT,
    analysis: ANALYSIS_COMPLETED,
    distribution: OWN_ORGANISATION,
    published: false,
    Tag: [tagOf(set.tlp), { name: SOURCE_TAG }],
    Attribute: found,
  };
  const bytes = new TextEncoder().encode(`${JSON.stringify({ Event: event }, null, 2)}\n`);
  return { bytes, inexpressible: attributes.length - found.length };
}

function attributeOf(indicator: ExportedIndicator) {
  const form = observableForm(indicator.kind, indicator.value);
  if (form === null) return null;
  const { type, category, value, detects } = attributeType(form);
  return {
    uuid: uuidv5(JSON.stringify([type, value, indicator.title]), NAMESPACE),
    type,
    category,
    value,
    to_ids: detects && indicator.role === "attacker",
    distribution: OWN_ORGANISATION,
    comment: indicator.title,
    timestamp: secondsOf(indicator.firstSeen),
    first_seen: `${indicator.firstSeen}T00:00:00.000000+00:00`,
    Tag: [tagOf(indicator.tlp)],
  };
}
