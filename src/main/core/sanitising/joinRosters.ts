import type { CompiledRoster } from "./compileRoster.ts";
import { joinSets } from "./patternSet.ts";

/** Two compiled rosters as one, without compiling the larger anew: both are looked for, one after the other. */
export function joinRosters(first: CompiledRoster, second: CompiledRoster): CompiledRoster {
  const shift = first.organizations.length;
  return {
    organizations: [...first.organizations, ...second.organizations],
    skeletons: joinSets(first.skeletons, second.skeletons, shift),
    sounds: joinSets(first.sounds, second.sounds, shift),
    indexOf: new Map([...first.indexOf, ...[...second.indexOf].map(([id, index]) => [id, index + shift] as const)]),
    groups: new Map([
      ...first.groups,
      ...[...second.groups].map(([index, group]) => [index + shift, group.map((member) => member + shift)] as const),
    ]),
  };
}
