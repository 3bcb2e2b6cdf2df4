/** A face that Windows and Office bring along, by the name that both know it by. */
const faces = (name: string) => ({ "w:ascii": name, "w:hAnsi": name, "w:eastAsia": name, "w:cs": name });

export const MINCHO = faces("Yu Mincho");
export const GOTHIC = faces("Yu Gothic");
export const FIXED = faces("BIZ UDGothic");
