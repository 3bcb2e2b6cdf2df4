import type { ui as japanese } from "../ja/ui.ts";
import { NO_BREAK } from "../numerals.ts";

export const ui: typeof japanese = {
  close: "Close",
  cancel: "Cancel",
  save: "Save",
  edit: "Edit",
  none: "None",
  unknown: "Unknown",
  loading: "Loading",
  retry: "Try again",
  find: "Words",
  more: "Show more",
  less: "Show less",
  resizePane: "Width of the pane",
  selectedRows: (count) => `${count}${NO_BREAK}selected`,
  copied: "Copied",
  copy: "Copy",
};
