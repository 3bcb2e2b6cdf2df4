import { MantineProvider } from "@mantine/core";
import { useColorScheme } from "@mantine/hooks";
import { useEffect, useState } from "react";
import type { Contract } from "#shared/contract/index.ts";
import type { Connection } from "#shared/rpc/createClient.ts";
import { useShortcuts } from "./commands/useShortcuts.ts";
import { CoreProvider } from "./data/CoreProvider.tsx";
import { Window } from "./frame/Window.tsx";
import { usePreferences } from "./state/preferences.ts";
import { theme } from "./theme.ts";
import { Boundary } from "./ui/Boundary.tsx";

/** The whole window: language and colours around it, the connection to the core inside. */
export function App({ connection }: { connection: Connection<Contract> }) {
  const language = usePreferences((state) => state.language);
  const chosen = usePreferences((state) => state.theme);
  const system = useColorScheme("light", { getInitialValueInEffect: false });
  const [restarted, setRestarted] = useState(false);
  useShortcuts();
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <MantineProvider
      theme={theme}
      forceColorScheme={chosen === "system" ? system : chosen}
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <Boundary>
        <CoreProvider connection={connection} onRestarted={() => setRestarted(true)}>
          <Window restarted={restarted} onReopened={() => setRestarted(false)} />
        </CoreProvider>
      </Boundary>
    </MantineProvider>
  );
}
