import { expect, it } from "vitest";
import { defang } from "#shared/domain/defang.ts";
import { readObservables } from "./readObservables.ts";

it.each([
  ["hxxps://evil[.]example/a?b=c", "url", "https://evil.example/a?b=c"],
  ["Who[@]Evil[.]example", "email-addr", "who@evil.example"],
  ["192[.]0[.]2[.]1", "ipv4-addr", "192.0.2.1"],
  ["2001[:]db8::1", "ipv6-addr", "2001:db8::1"],
  ["Evil．example", "domain-name", "evil.example"],
  ["名がドメイン.example", "domain-name", "名がドメイン.example"],
  ["D41D8CD98F00B204E9800998ECF8427E", "file", "d41d8cd98f00b204e9800998ecf8427e"],
  ["御見積書.pdf.exe", "file", "御見積書.pdf.exe"],
  ["見積", "file", "見積"],
])("%s is a %s", (typed, kind, value) => {
  expect(readObservables(typed, [])).toEqual([{ kind, value, role: "attacker" }]);
});

it("takes several at once, each once, and none that is there already", () => {
  const known = [{ kind: "domain-name", value: "evil.example", role: null }];
  const read = readObservables("evil.example\n192.0.2.1、192.0.2.1 a@b.example", known);
  expect(read.map(({ value }) => value)).toEqual(["192.0.2.1", "a@b.example"]);
});

it("reads back what is shown defanged", () => {
  for (const [kind, value] of [
    ["url", "http://evil.example:8080/x"],
    ["email-addr", "a.b@evil.example"],
    ["ipv4-addr", "198.51.100.7"],
    ["domain-name", "evil.example"],
  ] as const) {
    expect(readObservables(defang(kind, value), [])).toEqual([{ kind, value, role: "attacker" }]);
  }
});
