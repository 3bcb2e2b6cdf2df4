import { expect, it } from "vitest";
import { createQueryClient, forgetRows, invalidateTopics } from "./queryClient.ts";

function clientWith(names: readonly string[]) {
  const client = createQueryClient();
  for (const name of names) client.setQueryData([name, {}], name);
  const stale = () => names.filter((name) => client.getQueryState([name, {}])?.isInvalidated);
  return { client, stale };
}

it("a changed topic makes stale what reads it, by the contract, and nothing else", () => {
  const { client, stale } = clientWith(["reports.list", "campaigns.list", "roster.structure", "shell.info", "no.such"]);
  invalidateTopics(client, ["reports"]);
  expect(stale()).toEqual(["reports.list", "campaigns.list"]);
  invalidateTopics(client, ["roster"]);
  expect(stale()).toContain("roster.structure");
});

it("a locked book leaves no rows behind", () => {
  const { client } = clientWith(["casebook.listBooks", "reports.list", "intake.readMail"]);
  forgetRows(client);
  expect(
    client
      .getQueryCache()
      .getAll()
      .map(({ queryKey }) => queryKey[0]),
  ).toEqual(["casebook.listBooks"]);
});
