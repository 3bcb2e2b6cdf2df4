/** What a finding is about; the same words in the command line's answers. */
export type FindingKind =
  | "organization"
  | "person"
  | "mail"
  | "domain"
  | "product"
  | "address"
  | "phone"
  | "link-wrapper"
  | "user-path"
  | "internal-host"
  | "private-address"
  | "corporate-number"
  | "individual-number"
  | "quasi-identifier"
  | "novel-term"
  | "limit";

/** `must`: nothing leaves while it stands; `review`: a person looks at it and decides. */
export type Severity = "must" | "review";

export type Finding = {
  /** UTF-16 offsets into the text as given; what is encoded is marked at its encoded bounds. */
  start: number;
  end: number;
  /** The text between them, as it stands. */
  text: string;
  kind: FindingKind;
  /** The organisation it points to, by the id it has in the roster. */
  entity?: string;
  /** The views it was seen through, outermost first: ["safelinks", "percent", "base64"]; empty when it stands there plainly. */
  via: string[];
  severity: Severity;
  /** What was read there, decoded. Never leaves the application. */
  reads: string;
};
