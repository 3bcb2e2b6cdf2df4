import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** BIZ UD faces (Morisawa, OFL): Mincho for the text, Gothic for headings, figures and tables. */
const FONTS = [
  "@expo-google-fonts/biz-udpmincho/400Regular/BIZUDPMincho_400Regular.ttf",
  "@expo-google-fonts/biz-udpmincho/700Bold/BIZUDPMincho_700Bold.ttf",
  "@expo-google-fonts/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf",
  "@expo-google-fonts/biz-udpgothic/700Bold/BIZUDPGothic_700Bold.ttf",
  "@expo-google-fonts/biz-udgothic/400Regular/BIZUDGothic_400Regular.ttf",
];

export async function readFonts(): Promise<Uint8Array[]> {
  return Promise.all(FONTS.map(readModuleFile));
}

export async function readWasm(module: string): Promise<Uint8Array<ArrayBuffer>> {
  return readModuleFile(module);
}

/** Name and text of every template beside this file. */
export async function readTemplates(): Promise<[name: string, text: string][]> {
  const folder = new URL("./templates/", import.meta.url);
  const names = (await readdir(folder)).filter((name) => name.endsWith(".typ")).sort();
  return Promise.all(
    names.map(async (name) => [name, await readFile(new URL(name, folder), "utf8")] as [string, string]),
  );
}

async function readModuleFile(specifier: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await readFile(fileURLToPath(import.meta.resolve(specifier))));
}
