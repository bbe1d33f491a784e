/**
 * An Indonesian telephone number in international form (E.164), from any way in which it is written:
 * "0812-3456-7890", "+62 812 3456 7890", "62812…", "(0513) 21345".
 *
 * @returns null for what is no such number.
 */
export function phoneNumber(typed: string): string | null {
  const text = typed.normalize("NFKC").replaceAll(/[\s().\-–/]/g, "");
  const national = /^(?:\+?62|0)(\d+)$/.exec(text)?.[1]?.replace(/^0/, "");
  return national !== undefined && /^[2-9]\d{7,11}$/.test(national) ? `+62${national}` : null;
}

/** Whether it is a mobile telephone's: a line of an office has no WhatsApp. */
export function isMobile(phone: string): boolean {
  return phone.startsWith("+628");
}

/**
 * Opens WhatsApp with somebody, or with a text for them. Nothing is sent from here.
 *
 * @param phone null, or one that has no WhatsApp: whom it goes to is chosen there.
 */
export function whatsAppLink(phone: string | null, text = ""): string {
  const number = phone !== null && isMobile(phone) ? phone.slice(1) : "";
  const carried = text === "" ? "" : `?text=${encodeURIComponent(text)}`;
  return `https://wa.me/${number}${carried}`;
}

/** As it is dialled here: "+6281234567890" is "0812-3456-7890". */
export function phoneShown(phone: string): string {
  const national = `0${phone.slice(3)}`;
  const second = national.length >= 12 ? 8 : 7;
  return [national.slice(0, 4), national.slice(4, second), national.slice(second)].join("-");
}
