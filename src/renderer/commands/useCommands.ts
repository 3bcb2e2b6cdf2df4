import { useEffect, useId, useRef } from "react";
import { useRegistry, type Command } from "./registry.ts";

/** What of a command others see; `run` is always the latest. */
const faceOf = ({ run: _run, ...face }: Command) => face;

/**
 * Offers commands for as long as the component is on screen:
 * `useCommands([{ id: "reports.new", title, shortcut: "N", run: startEntry }])`.
 */
export function useCommands(commands: readonly Command[]): void {
  const owner = useId();
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  const faces = JSON.stringify(commands.map(faceOf));
  useEffect(() => {
    const { register } = useRegistry.getState();
    const offered = (JSON.parse(faces) as ReturnType<typeof faceOf>[]).map((face) => ({
      ...face,
      run: () => latest.current.find(({ id }) => id === face.id)?.run(),
    }));
    register(owner, offered);
  }, [owner, faces]);
  useEffect(() => () => useRegistry.getState().withdraw(owner), [owner]);
}

/** Does a command by its id, if it is offered now. */
export function runCommand(id: string): void {
  const owners = [...useRegistry.getState().owners.values()].reverse().flat();
  owners.find((command) => command.id === id && command.when !== false)?.run();
}
