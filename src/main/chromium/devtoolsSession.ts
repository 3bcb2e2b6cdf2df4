import { devtoolsEvents, type DevtoolsEventName, type DevtoolsEventParams } from "./devtoolsEvents.ts";
import type { DevtoolsParams, DevtoolsPipe } from "./devtoolsPipe.ts";

/** The DevTools of one page, or of the browser itself when it has no id. */
export type DevtoolsSession = {
  send(method: string, params?: DevtoolsParams): Promise<DevtoolsParams>;
  on<N extends DevtoolsEventName>(name: N, listener: (params: DevtoolsEventParams<N>) => void): void;
};

/** The part of a pipe that belongs to one session. */
export function openDevtoolsSession(pipe: DevtoolsPipe, sessionId?: string): DevtoolsSession {
  return {
    send: (method, params) => pipe.send(method, params, sessionId),
    on(name, listener) {
      pipe.onEvent((event) => {
        if (event.method !== name || event.sessionId !== sessionId) return;
        const parsed = devtoolsEvents[name].safeParse(event.params);
        // The schema of `name` is the one its type was made from; a mapped type cannot say so.
        if (parsed.success) listener(parsed.data as DevtoolsEventParams<typeof name>);
      });
    },
  };
}
