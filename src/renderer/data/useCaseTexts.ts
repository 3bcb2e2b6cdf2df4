import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import type { CaseDetail } from "#shared/contract/cases.ts";
import { AppError } from "#shared/errors.ts";
import { currentMessages } from "#renderer/state/useMessages.ts";
import { useNotices } from "#renderer/state/notices.ts";
import { api, wireNameOf } from "./api.ts";
import { useClient } from "./CoreProvider.tsx";
import { useRead } from "./useRead.ts";

export type CaseTextField = "summary" | "narrative";

/** Saves a text of a case. What is known of the case gets the text at once, so that coming back shows what was typed. */
export function useCaseTextSaver(caseId: string): (field: CaseTextField, markdown: string) => Promise<void> {
  const client = useClient();
  const queryClient = useQueryClient();
  return async (field, markdown) => {
    const key = [wireNameOf(api.cases.get), { id: caseId }];
    await queryClient.cancelQueries({ queryKey: key, exact: true });
    queryClient.setQueryData<CaseDetail>(key, (known) =>
      known === undefined ? known : { ...known, [field]: markdown },
    );
    await client.cases.update({ id: caseId, fields: { [field]: markdown } });
  };
}

export type CasePictures = {
  add(file: File): Promise<string | undefined>;
  read(artifactId: string): Promise<Blob>;
};

/** The pictures of narratives: kept in the casebook, read back as bytes. A refusal is said in a notice. */
export function useCasePictures(): CasePictures {
  const client = useClient();
  return useMemo(
    () => ({
      async add(file) {
        try {
          const bytes = new Uint8Array(await file.arrayBuffer());
          return (await client.cases.addImage({ fileName: file.name, bytes })).artifactId;
        } catch (error) {
          const failure = error instanceof AppError ? error : new AppError("storage.unreadable", { file: file.name });
          const { errors } = currentMessages();
          useNotices.getState().say({ tone: "failed", text: errors[failure.code](failure.params) });
          return undefined;
        }
      },
      async read(artifactId) {
        const { mediaType, bytes } = await client.cases.readImage({ artifactId });
        return new Blob([new Uint8Array(bytes)], { type: mediaType });
      },
    }),
    [client],
  );
}

/** What a text can cite, as the editor offers it. */
export function useCitable(): { id: string; title: string; note: string }[] {
  const { data } = useRead(api.publishing.references, {});
  return useMemo(
    () => (data ?? []).map(({ id, title, publishedOn }) => ({ id, title, note: publishedOn ?? "" })),
    [data],
  );
}
