import { beforeEach, describe, expect, it } from "vitest";
import { copiedFor, forgetCopied, keepCopied } from "./innerClipboard.ts";

const COPIED = { plain: "霧峰重工業", html: "<b>霧峰重工業</b>" };

describe("what was copied inside the application", () => {
  beforeEach(forgetCopied);

  it("is pasted as long as the system clipboard refers to it, by a number that says nothing", () => {
    const token = keepCopied(COPIED);
    expect(token).not.toContain("霧峰");
    expect(copiedFor({ token, plain: "" })).toEqual(COPIED);
  });

  it("gives way to what another program copied since, and to a later copy", () => {
    const token = keepCopied(COPIED);
    expect(copiedFor({ token: "", plain: "別のもの" })).toBeNull();
    keepCopied({ plain: "x", html: "" });
    expect(copiedFor({ token, plain: "" })).toBeNull();
  });

  it("keeps its form where the words themselves were let out", () => {
    keepCopied(COPIED);
    expect(copiedFor({ token: "", plain: COPIED.plain })).toEqual(COPIED);
  });

  it("is gone with the book", () => {
    const token = keepCopied(COPIED);
    forgetCopied();
    expect(copiedFor({ token, plain: "" })).toBeNull();
  });
});
