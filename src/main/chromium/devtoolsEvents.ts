import { z } from "zod";

/** The events of the DevTools protocol that the shell listens to, with the parts it uses. */
export const devtoolsEvents = {
  "Target.attachedToTarget": z.object({
    sessionId: z.string(),
    targetInfo: z.object({ targetId: z.string(), type: z.string(), url: z.string() }),
  }),
  "Target.detachedFromTarget": z.object({ sessionId: z.string() }),
  "Fetch.requestPaused": z.object({
    requestId: z.string(),
    request: z.object({ url: z.string(), method: z.string() }),
    resourceType: z.string(),
  }),
  "Runtime.executionContextCreated": z.object({
    context: z.object({
      id: z.int(),
      origin: z.string(),
      name: z.string(),
      auxData: z.object({ frameId: z.string().optional() }).optional(),
    }),
  }),
  "Runtime.executionContextDestroyed": z.object({ executionContextId: z.int() }),
  "Runtime.executionContextsCleared": z.object({}),
  "Runtime.bindingCalled": z.object({ name: z.string(), payload: z.string(), executionContextId: z.int() }),
  "Inspector.targetCrashed": z.object({}),
  "Page.frameNavigated": z.object({ frame: z.object({ url: z.string(), parentId: z.string().optional() }) }),
} as const;

type Events = typeof devtoolsEvents;
export type DevtoolsEventName = keyof Events;
export type DevtoolsEventParams<N extends DevtoolsEventName> = z.infer<Events[N]>;
