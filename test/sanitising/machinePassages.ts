import { createHash } from "node:crypto";
import { MAIL, NAME, type Passage } from "./adversary.ts";
import { b64 } from "./encodings.ts";

/** UTF-8 read as windows-1252 by a program that shows a sign for what that lacks. */
const lost = new TextDecoder("windows-1252").decode(Buffer.from(NAME)).replaceAll(/[\u0080-\u009f]/g, "\ufffd");

/** What people make of a name in passing, and machines of text. */
export const MACHINE_PASSAGES: readonly Passage[] = [
  // What people call it, and how they write its people
  { name: "the name without its trade", text: "当該は山﨑社の端末であり、", hidden: ["山﨑社"] },
  { name: "surname with a department", text: "宛先は髙橋（情報システム部）であった。", hidden: ["髙橋（"] },
  { name: "half in kana", text: "署名は「渡邉 かおり」であった。", hidden: ["渡邉 かおり"] },
  { name: "an initial before", text: "signed by K. Watanabe of the works", hidden: ["K. Watanabe"] },
  { name: "a host with words of the trade around", text: "svyamazaki02 への接続", hidden: ["yamazaki"] },
  { name: "kanji for a number of four digits", text: "滋野乙千二百三十四番地に送付", hidden: ["千二百三十四"] },
  { name: "digits of another script", text: "電話 ٠٢٦٨-٥٥-٠١٢٣ へ", hidden: ["٥٥"] },
  { name: "dialled from abroad", text: "電話 0081-268-55-0123 へ", hidden: ["268-55"] },
  // What a machine makes of it
  {
    name: "a hash of the address",
    text: `https://cdn.evil.example/avatar/${createHash("md5").update(MAIL).digest("hex")}?d=mp`,
    hidden: [createHash("md5").update(MAIL).digest("hex")],
    kept: ["evil"],
  },
  {
    name: "another hash, which is an indicator",
    text: `検体の SHA-256 は ${createHash("sha256").update("sample").digest("hex")} である。`,
    hidden: [],
    kept: [createHash("sha256").update("sample").digest("hex")],
  },
  { name: "mojibake with losses", text: `件名「${lost}」`, hidden: [lost] },
  {
    name: "one key for all bytes",
    text: `config: ${Buffer.from(Buffer.from(NAME).map((byte) => byte ^ 0x37)).toString("hex")}`,
    hidden: [Buffer.from(Buffer.from(NAME).map((byte) => byte ^ 0x37)).toString("hex")],
  },
  {
    name: "Base64 written backwards",
    text: `値 ${[...b64(NAME)].toReversed().join("")} を反転する`,
    hidden: [[...b64(NAME)].toReversed().join("")],
  },
  {
    name: "a handshake of Windows",
    text: `Authorization: NTLM ${b64(Buffer.concat([Buffer.from("NTLMSSP\0\x03\0\0\0", "latin1"), Buffer.alloc(20), Buffer.from("YAMAZAKI-SEIMITSUr-takahashi", "utf16le")]))}`,
    hidden: ["TlRMTVNTUAAD"],
  },
  {
    name: "a number behind Base64 stays",
    text: `値は ${b64(`to=${MAIL}`).replace(/=+$/, "")}==\n203.0.113.9 に接続`,
    hidden: [b64(`to=${MAIL}`).slice(0, 24)],
    kept: ["203"],
  },
  { name: "kana that hold a reading by chance", text: "ありがとうおたがいさまざきざき", hidden: [] },
];
