import { Button, Popover, TextInput } from "@mantine/core";
import { useEditorState, type Editor } from "@tiptap/react";
import { useState } from "react";
import { isComposingKey } from "#renderer/commands/shortcut.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { Tool } from "./Tool.tsx";
import classes from "./LinkButton.module.css";

const ADDRESS = /^(https?:\/\/|mailto:)\S+$/i;

/** Makes the selected words a link, or changes or removes the link at the cursor. */
export function LinkButton({ editor }: { editor: Editor }) {
  const { editor: words } = useMessages();
  const [opened, setOpened] = useState(false);
  const [address, setAddress] = useState("");
  const href = useEditorState({ editor, selector: () => String(editor.getAttributes("link")["href"] ?? "") });
  const open = () => {
    setAddress(href);
    setOpened(true);
  };
  const close = () => {
    setOpened(false);
    editor.commands.focus();
  };
  const apply = () => {
    if (!ADDRESS.test(address.trim())) return;
    const chain = editor.chain().focus().extendMarkRange("link");
    const mark = { type: "link", attrs: { href: address.trim() } };
    if (editor.state.selection.empty && href === "")
      chain.insertContent({ type: "text", text: address.trim(), marks: [mark] }).run();
    else chain.setMark("link", mark.attrs).run();
    setOpened(false);
  };
  const remove = () => {
    editor.chain().focus().extendMarkRange("link").unsetMark("link").run();
    setOpened(false);
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" width={360} shadow="md" trapFocus>
      <Popover.Target>
        <span>
          <Tool label={words.link} active={href !== ""} onPress={open}>
            {words.link}
          </Tool>
        </span>
      </Popover.Target>
      <Popover.Dropdown>
        <TextInput
          label={words.linkAddress}
          description={words.linkHint}
          value={address}
          data-autofocus
          spellCheck={false}
          onChange={(event) => setAddress(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (isComposingKey(event.nativeEvent)) return;
            if (event.key === "Enter") {
              event.preventDefault();
              apply();
            }
            if (event.key === "Escape") close();
          }}
        />
        <div className={classes.actions}>
          {href === "" ? null : <Button onClick={remove}>{words.removeLink}</Button>}
          <Button onClick={apply} disabled={!ADDRESS.test(address.trim())}>
            {words.apply}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
