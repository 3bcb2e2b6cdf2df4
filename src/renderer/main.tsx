import "./zodWithoutEval.ts";
import "@mantine/core/styles.layer.css";
import "./styles/fonts.css";
import "./styles/tokens.css";
import "./styles/base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { contract } from "#shared/contract/index.ts";
import { createClient } from "#shared/rpc/createClient.ts";
import { App } from "./App.tsx";
import { coreTransport } from "./bridge.ts";

const place = document.getElementById("root");
if (place !== null) {
  const root = createRoot(place);
  const connection = createClient(contract, await coreTransport);
  root.render(
    <StrictMode>
      <App connection={connection} />
    </StrictMode>,
  );
}
