/**
 * Letters of other scripts, and ornamental ones that NFKC keeps, which a reader takes for Latin letters; each followed by
 * that letter (after Unicode's confusables; lower case only, since case is folded first).
 */
export const LOOKALIKES =
  "аaеeоoрpсcуyхxіiѕsјjԁdһhԛqԝwьbкkмmтtнhвbзeгrпn" +
  "αaοoρpνvεeιiκkτtυuχxωwηnμuγyβbσoςc" +
  "ɑaɡgıiɩiʟlᴀaʙbᴄcᴅdᴇeꜰfɢgʜhɪiᴊjᴋkᴍmɴnᴏoᴘpʀrꜱsᴛtᴜuᴠvᴡwʏyᴢz" +
  "łlđdøoħhæaœoßsþpðd";
