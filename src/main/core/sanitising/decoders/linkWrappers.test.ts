import { describe, expect, it } from "vitest";
import { readWrappedLink } from "./linkWrappers.ts";

const inner = "https://evil.example/a_b-c?x=1";
const encoded = encodeURIComponent(inner);
const vectors: readonly (readonly [product: string, url: string, inner: string | undefined])[] = [
  [
    "safelinks",
    `https://jpn01.safelinks.protection.outlook.com/?url=${encoded}&data=05%7C02%7Cx%40y.example%7C&reserved=0`,
    inner,
  ],
  ["proofpoint", `https://urldefense.proofpoint.com/v1/url?u=${encoded}&k=abc`, inner],
  [
    "proofpoint",
    `https://urldefense.proofpoint.com/v2/url?u=https-3A__evil.example_a-5Fb-2Dc-3Fx-3D1&d=DwM&c=x&r=y&m=z&s=w&e=`,
    inner,
  ],
  ["proofpoint", "https://urldefense.com/v3/__https://evil.example/a_b-c?x=1__;!!Abc!def$", inner],
  [
    "proofpoint",
    `https://urldefense.us/v3/__https://evil.example/*q__;${Buffer.from("é").toString("base64")}!!Abc!def$`,
    "https://evil.example/éq",
  ],
  [
    "sophos",
    `https://eu-west-1.protection.sophos.com/?d=evil.example&u=${Buffer.from(inner).toString("base64url")}&i=NWYx&t=a`,
    inner,
  ],
  ["checkpoint", `https://url.avanan.click/v2/___${inner}___.YXAzOnRlbmFudDphOm86`, inner],
  ["trendmicro", `https://imsva91-ctp.trendmicro.com/wis/clicktime/v1/query?url=${encoded}&umid=1&auth=abc`, inner],
  ["barracuda", `https://linkprotect.cudasvc.com/url?a=${encoded}&c=E,1,x`, inner],
  ["cisco", `https://secure-web.cisco.com/1abcDEF/${encoded}`, inner],
  ["mimecast", "https://protect-eu.mimecast.com/s/AbCdEfGh", undefined],
];

describe("readWrappedLink", () => {
  it.each(vectors)("%s: %s", (product, url, target) => {
    expect(readWrappedLink(url)).toEqual({ product, inner: target });
  });

  it("knows the form of a wrapper under anybody's host name, and no wrapper where there is none", () => {
    expect(readWrappedLink("https://inspect.vendor.example/v3/__https://evil.example/__;x")?.inner).toBe(
      "https://evil.example/",
    );
    expect(readWrappedLink("https://www.ipa.go.jp/security/?url=https%3A%2F%2Fa.example")).toBeUndefined();
  });
});
