import { useEffect } from "react";
import { useNotices, type Notice } from "#renderer/state/notices.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import classes from "./NoticeStack.module.css";

const SHOWN_MS = 6000;

function NoticeCard({ notice }: { notice: Notice }) {
  const { ui } = useMessages();
  const dismiss = useNotices((state) => state.dismiss);
  useEffect(() => {
    const timer = setTimeout(() => dismiss(notice.id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [dismiss, notice.id]);
  return (
    <div className={classes.notice} data-tone={notice.tone}>
      <span>{notice.text}</span>
      {notice.action === undefined ? null : (
        <button
          type="button"
          className="link-button"
          onClick={() => {
            notice.action?.run();
            dismiss(notice.id);
          }}
        >
          {notice.action.label}
        </button>
      )}
      <button type="button" className={classes.close} aria-label={ui.close} onClick={() => dismiss(notice.id)}>
        ×
      </button>
    </div>
  );
}

/** What was just done, for a few seconds. */
export function NoticeStack() {
  const notices = useNotices((state) => state.notices);
  return (
    <div role="status" aria-live="polite" className={classes.stack}>
      {notices.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
    </div>
  );
}
