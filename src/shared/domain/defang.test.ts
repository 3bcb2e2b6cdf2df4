import { describe, expect, it } from "vitest";
import { defang } from "./defang.ts";

describe("defang", () => {
  it.each([
    ["url", "http://www.evil.example:8080/a.b?c=d.e", "hxxp://www[.]evil[.]example:8080/a.b?c=d.e"],
    ["url", "HTTPS://user@evil.example/", "hxxpS://user[@]evil[.]example/"],
    ["url", "ftp://evil.example/file.zip", "fxp://evil[.]example/file.zip"],
    ["url", "evil.example", "evil[.]example"],
    ["email-addr", "a.b@mail.evil.example", "a.b[@]mail[.]evil[.]example"],
    ["ipv4-addr", "192.0.2.1", "192[.]0[.]2[.]1"],
    ["ipv6-addr", "2001:db8::1", "2001[:]db8::1"],
    ["domain-name", "evil.example", "evil[.]example"],
    ["file", "report.v2.docx", "report.v2.docx"],
    ["email-message", "Re: v1.2.3", "Re: v1.2.3"],
    ["domain-name", "evil[.]example", "evil[.]example"],
  ])("%s %s", (kind, value, shown) => {
    expect(defang(kind, value)).toBe(shown);
  });
});
