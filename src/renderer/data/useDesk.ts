import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import type { Desk, TextRef } from "#shared/contract/sanitising.ts";
import { api, wireNameOf } from "./api.ts";
import { useClient } from "./CoreProvider.tsx";
import { useRead } from "./useRead.ts";

/** The draft under which the words of a text that is to leave are typed. */
export const draftKeyOf = ({ kind, id }: TextRef): string => `${kind}:${id}:body`;

/** All that is known of a text that is to leave; `latest` answers it as it stands after what was done last. */
export function useDesk(text: TextRef) {
  const { kind, id } = text;
  const ref = useMemo(() => ({ kind, id }), [kind, id]);
  const answer = useRead(api.sanitising.desk, { text: ref });
  const { refetch } = answer;
  const latest = useCallback(async (): Promise<Desk | undefined> => (await refetch()).data, [refetch]);
  return { ...answer, latest };
}

/** Saves the title or body of such a text. What is known of it gets the words at once. */
export function useTextSaver({ kind, id }: TextRef): (fields: { title?: string; body?: string }) => Promise<void> {
  const client = useClient();
  const queryClient = useQueryClient();
  return useCallback(
    async (fields) => {
      const key = [wireNameOf(api.sanitising.desk), { text: { kind, id } }];
      await queryClient.cancelQueries({ queryKey: key, exact: true });
      queryClient.setQueryData<Desk>(key, (known) => (known === undefined ? known : { ...known, ...fields }));
      await (kind === "writeup" ? client.writeups.update({ id, fields }) : client.sharings.update({ id, fields }));
    },
    [client, queryClient, kind, id],
  );
}
