/**
 * Sentences that something is planted in (at ■). The engine was written against the first half; the score that the suite
 * asks for is taken on the second, so that it is not tuned to its test.
 */
export const TUNED_PROSE: readonly string[] = [
  "本件は■からの情報提供による。",
  "差出人欄には「■」と表示されていた。",
  "メール本文に ■ の記載があり、受信者を名指ししていた。",
  "提供元の■では、当該メールを開いた者はいなかった。",
  "件名: ■ に関するご連絡",
  "ログには user=■ が残っていた。",
  "| 宛先 | ■ | 開封なし |",
];
export const HELD_OUT_PROSE: readonly string[] = [
  "攻撃者は■を装い、偽の請求書を送り付けたとみられる。",
  "調査の結果、（■）のサーバへ不正なログインがあったことが判明した。",
  "Subject: RE: ■ 至急ご確認ください",
  "・被害を受けたのは■の端末 3 台である。",
  "「■」という文字列が添付ファイル名に含まれていた",
  "なお、■によれば、同様のメールは 1 か月前から届いていた。",
  "図 3 の赤枠部分（■）を参照。",
  "From: ■\nTo: undisclosed-recipients",
];
export const TUNED_LINKS: readonly string[] = ["リンク先は次のとおり。\n■\n", "URL: ■ であった。", "<■>"];
export const HELD_OUT_LINKS: readonly string[] = [
  "記載の URL（■）を開くと偽のログイン画面が表示される。",
  "→ ■",
  "本文中のリンク ■ をクリックさせる。",
  '"■"',
];

export const FILLERS: readonly string[] = [
  "本四半期も同等の攻撃が続いており、引き続き注意が必要である。",
  "情報提供元の組織では、脆弱性の悪用もしくは総当たり攻撃による認証の突破と推測している。",
  "受信者の情報は公開情報に登録されている情報と一致していた。",
  "当該メールの添付ファイルを開くと、ウイルスに感染させられる可能性がある。",
  "攻撃の目的は、アカウント情報の詐取と考えられる。",
];
