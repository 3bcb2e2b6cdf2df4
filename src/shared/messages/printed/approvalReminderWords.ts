/**
 * Words of a reminder to a provider whose consent is waited for. It goes to Japanese organisations whatever the language
 * of the window. It names nobody: who is asked stands in the address line of the mail program only.
 */
export const approvalReminderWords = {
  subject: (title: string) => `【ご確認のお願い】文面のご承認について（${title}）`,
  /** Of the mail that carries the packet again. */
  enclosed: "先にお送りしたご確認のお願いを、あらためて添付いたします。",
  body: ({ title, askedOn, dueOn }: { title: string; askedOn: string; dueOn: string | null }) =>
    [
      "ご担当者様",
      "",
      "いつも情報提供にご協力いただき、ありがとうございます。",
      `${askedOn}に、「${title}」の文面のご確認をお願いしました。`,
      dueOn === null
        ? "お手数ですが、先にお送りした回答欄でお返事をいただけますと幸いです。"
        : `ご回答の期限は${dueOn}です。お手数ですが、先にお送りした回答欄でお返事をいただけますと幸いです。`,
      "お返事をいただくまで、この文面が外に出ることはありません。",
    ].join("\n"),
};
