import type { MailLink } from "#shared/domain/mail.ts";
import { type HtmlAttributes, scanHtml } from "./htmlTokens.ts";

/** What the HTML of a mail says and where it leads. The HTML itself goes no further than this file. */
export type HtmlReading = { text: string; links: MailLink[]; remoteImages: string[]; charset: string };

const MAX_LISTED = 2000;
const MAX_URL = 10_000;
const MAX_UNSEEN = 1000;
const UNSEEN = new Set(["script", "style", "template", "title", "svg", "object", "noframes"]);
const PARAGRAPHS = new Set(["p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "dl", "pre", "table"]);
const LINES = new Set(["div", "tr", "li", "dt", "dd", "section", "article", "header", "footer", "form", "center"]);
const HIDDEN = /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d]*[1-9])/i;
const STYLE_URL = /url\(\s*['"]?\s*((?:https?:)?\/\/[^'")\s]+)/gi;
const VOID = new Set(["br", "img", "hr", "input", "meta", "link", "area", "base", "col", "source", "wbr", "embed"]);

/** Reads HTML in one pass without building a tree: a mail nested a million elements deep costs nothing more. */
export function readHtml(html: string): HtmlReading {
  const reader = new HtmlReader();
  scanHtml(html, {
    open: (name, attributes) => reader.open(name, attributes),
    text: (text) => reader.write(text),
    close: (name) => reader.close(name),
  });
  return reader.finish();
}

function isHidden(attributes: HtmlAttributes): boolean {
  return attributes.style !== undefined && HIDDEN.test(attributes.style);
}

class HtmlReader {
  readonly #out: string[] = [];
  readonly #links: MailLink[] = [];
  readonly #images = new Set<string>();
  readonly #anchors: { url: string; label: string }[] = [];
  readonly #lists: number[] = [];
  /** The element that hides what follows, and those opened inside it. */
  readonly #unseen: string[] = [];
  #preformatted = 0;
  #pendingBreaks = 0;
  #pendingBlank = false;
  #rowHasCell = false;
  #base = "";
  #charset = "";

  open(name: string, attributes: HtmlAttributes): void {
    this.#collect(name, attributes);
    if (this.#unseen.length > 0 || UNSEEN.has(name) || isHidden(attributes)) {
      if (!VOID.has(name) && this.#unseen.length < MAX_UNSEEN) this.#unseen.push(name);
      return;
    }
    if (PARAGRAPHS.has(name)) this.#breakLine(2);
    else if (LINES.has(name)) this.#breakLine(1);
    if (name === "pre") this.#preformatted += 1;
    else if (name === "br") this.#put("\n");
    else if (name === "hr") this.#rule();
    else if (name === "ul" || name === "ol") this.#lists.push(name === "ol" ? 1 : 0);
    else if (name === "li") this.#put(this.#nextMarker());
    else if (name === "tr") this.#rowHasCell = false;
    else if (name === "td" || name === "th") this.#startCell();
    else if (name === "img" && (attributes.alt ?? "").trim() !== "") this.write(`[${attributes.alt ?? ""}]`);
    else if (name === "a") this.#anchors.push({ url: this.#resolve(attributes.href ?? ""), label: "" });
  }

  close(name: string): void {
    if (this.#unseen.length > 0) {
      this.#unhide(name);
      return;
    }
    if (name === "pre") this.#preformatted = Math.max(0, this.#preformatted - 1);
    if (name === "ul" || name === "ol") this.#lists.pop();
    if (name === "a") this.#endAnchor();
    if (PARAGRAPHS.has(name)) this.#breakLine(2);
    else if (LINES.has(name)) this.#breakLine(1);
  }

  /** An end tag that opened nothing inside the hidden element belongs outside it, and ends it. */
  #unhide(name: string): void {
    this.#unseen.length = Math.max(0, this.#unseen.lastIndexOf(name));
  }

  write(text: string): void {
    if (this.#unseen.length > 0) return;
    if (this.#preformatted > 0) {
      this.#put(text.replaceAll("\r", ""));
      return;
    }
    const collapsed = text.replaceAll(/[ \t\r\n\f]+/g, " ");
    const anchor = this.#anchors.at(-1);
    if (anchor && anchor.label.length < 500) anchor.label += collapsed;
    if (collapsed === " ") this.#pendingBlank = true;
    else {
      if (collapsed.startsWith(" ")) this.#pendingBlank = true;
      this.#put(collapsed.trimStart().replace(/ $/, ""));
      this.#pendingBlank = collapsed.endsWith(" ");
    }
  }

  finish(): HtmlReading {
    while (this.#anchors.length > 0) this.#endAnchor();
    const text = this.#out
      .join("")
      .replaceAll("\u00a0", " ")
      .replaceAll(/[ \t]+\n/g, "\n")
      .replaceAll(/\n{3,}/g, "\n\n")
      .trim();
    return { text, links: this.#links, remoteImages: [...this.#images], charset: this.#charset };
  }

  #put(text: string): void {
    if (text === "") return;
    if (this.#out.length > 0 && this.#pendingBreaks > 0) this.#out.push("\n".repeat(this.#pendingBreaks));
    else if (this.#pendingBlank && this.#out.length > 0 && text !== "\n") this.#out.push(" ");
    this.#pendingBreaks = 0;
    this.#pendingBlank = false;
    this.#out.push(text);
  }

  #breakLine(lines: number): void {
    const last = this.#out.at(-1) ?? "";
    const there = last.endsWith("\n") ? 1 : 0;
    this.#pendingBreaks = Math.max(this.#pendingBreaks, lines - there);
    this.#pendingBlank = false;
  }

  #rule(): void {
    this.#breakLine(1);
    this.#put("----------");
    this.#breakLine(1);
  }

  #startCell(): void {
    if (this.#rowHasCell && this.#pendingBreaks === 0) this.#put("\t");
    this.#rowHasCell = true;
    this.#pendingBlank = false;
  }

  #nextMarker(): string {
    const number = this.#lists.at(-1) ?? 0;
    if (number === 0) return "- ";
    this.#lists[this.#lists.length - 1] = number + 1;
    return `${number}. `;
  }

  /** A link is written out with its real target whenever the reader was shown something else. */
  #endAnchor(): void {
    const anchor = this.#anchors.pop();
    if (!anchor || anchor.url === "") return;
    const label = anchor.label.trim();
    this.#list(anchor.url, label);
    const parent = this.#anchors.at(-1);
    if (parent) parent.label += anchor.label;
    if (label !== anchor.url && `mailto:${label.replaceAll(/[<>]/g, "")}` !== anchor.url)
      this.#put(label === "" ? `<${anchor.url}>` : ` <${anchor.url}>`);
  }

  #list(url: string, label: string): void {
    if (url !== "" && this.#links.length < MAX_LISTED) this.#links.push({ url, label });
  }

  #resolve(href: string): string {
    const url = href
      .replaceAll(/[\t\r\n]/g, "")
      .trim()
      .slice(0, MAX_URL);
    if (url === "" || url.startsWith("#") || /^(?:cid|tel|data):/i.test(url)) return "";
    if (/^[a-z][a-z0-9+.-]*:/i.test(url) || this.#base === "") return url;
    return URL.canParse(url, this.#base) ? new URL(url, this.#base).href : url;
  }

  /** Whatever leads or loads from elsewhere, also from elements that are not shown. */
  #collect(name: string, attributes: HtmlAttributes): void {
    if (name === "base") this.#base = attributes.href ?? "";
    if (name === "meta") this.#readMeta(attributes);
    if (name === "a" && (this.#unseen.length > 0 || isHidden(attributes))) {
      this.#list(this.#resolve(attributes.href ?? ""), "");
    }
    if (name === "area") this.#list(this.#resolve(attributes.href ?? ""), attributes.alt ?? "");
    if (name === "form") this.#list(this.#resolve(attributes.action ?? ""), "");
    for (const source of [attributes.src, attributes.background, attributes.poster]) this.#addImage(source);
    if (name === "link") this.#addImage(attributes.href);
    for (const entry of attributes.srcset?.split(",") ?? []) this.#addImage(entry.trim().split(/\s/)[0]);
    for (const match of attributes.style?.matchAll(STYLE_URL) ?? []) this.#addImage(match[1]);
  }

  #addImage(source: string | undefined): void {
    if (source === undefined) return;
    const url = this.#resolve(source);
    if (/^(?:https?:)?\/\//i.test(url) && this.#images.size < MAX_LISTED) this.#images.add(url);
  }

  #readMeta(attributes: HtmlAttributes): void {
    const content = attributes.content ?? "";
    this.#charset ||= attributes.charset ?? /charset=["']?([\w-]+)/i.exec(content)?.[1] ?? "";
    if (/^refresh$/i.test(attributes["http-equiv"] ?? "")) {
      this.#list(this.#resolve(/url\s*=\s*['"]?([^'"]+)/i.exec(content)?.[1] ?? ""), "");
    }
  }
}
