import { describe, expect, it } from "vitest";
import { contract } from "#shared/contract/index.ts";
import { MAX_MAIL_BYTES } from "#shared/domain/mail.ts";
import { AppError } from "#shared/errors.ts";
import { createClient } from "#shared/rpc/createClient.ts";
import { createInProcessPair } from "#shared/rpc/inProcess.ts";
import { importFile } from "./importFiles.ts";

class UnreadFile extends File {
  override readonly size: number;
  constructor(name: string, size: number) {
    super([], name);
    this.size = size;
  }
  override arrayBuffer(): Promise<ArrayBuffer> {
    return Promise.reject(new Error("it was read"));
  }
}

const { signal } = new AbortController();
/** A client whose core is gone: every call fails. */
function clientWithoutCore() {
  const [mine, core] = createInProcessPair();
  const { client } = createClient(contract, mine);
  core.close();
  return client;
}

describe("importFile", () => {
  it("refuses a file over the limit before any of it is read", async () => {
    const [receipt] = await importFile(clientWithoutCore(), new UnreadFile("大.eml", MAX_MAIL_BYTES + 1), signal);
    expect(receipt).toMatchObject({
      status: "failed",
      path: "大.eml",
      error: { code: "intake.too-large", params: { file: "大.eml", limitBytes: MAX_MAIL_BYTES } },
    });
  });

  it("gives a receipt for a file that cannot be read", async () => {
    const [receipt] = await importFile(clientWithoutCore(), new UnreadFile("開けない.eml", 10), signal);
    expect(receipt?.error).toEqual({ code: "storage.unreadable", params: { file: "開けない.eml" } });
  });

  it("gives a receipt when the core goes away in the middle", async () => {
    const [receipt] = await importFile(clientWithoutCore(), new File(["From: a"], "a.eml"), signal);
    expect(receipt?.error?.code).toBe(new AppError("core.restarted").code);
  });
});
