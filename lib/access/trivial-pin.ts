/**
 * Six digits that are tried first: those that many people choose (Markert et al., "This PIN Can
 * Be Easily Guessed", 2020, table 2), beyond what the rules below find.
 */
const COMMON: readonly string[] = [
  '112233',
  '332211',
  '123321',
  '321123',
  '789456',
  '456789',
  '159753',
  '147258',
  '258456',
  '147852',
  '963852',
  '741852',
  '520131',
  '131452',
  '520520',
  '101010',
  '696969',
  '420420',
  '007007',
];

const DAYS_MAX = 31;
const MONTHS = 12;

/**
 * Whether a PIN is so easy to guess that a few tries find it.
 *
 * @param pin six digits
 * @param phone the owner's number in any form; empty where it is not known
 */
export function isTrivialPin(pin: string, phone: string): boolean {
  return (
    isRepeated(pin) ||
    isStaircase(pin) ||
    isDate(pin) ||
    hasYearOfBirth(pin) ||
    digitsOf(phone).includes(pin) ||
    COMMON.includes(pin)
  );
}

/** `000000`, `121212`, `123123`: one part again and again. */
function isRepeated(pin: string): boolean {
  return /^(\d{1,3})\1+$/.test(pin);
}

/** `123456`, `987654`, `789012`: each digit one more, or one less, than the one before. */
function isStaircase(pin: string): boolean {
  const steps = [...pin].slice(1).map((digit, i) => (Number(digit) - Number(pin[i]) + 10) % 10);
  return steps.every((step) => step === 1) || steps.every((step) => step === 9);
}

/** Day, month and two digits of a year in one of the three usual orders. */
function isDate(pin: string): boolean {
  const [a, b, c] = [pin.slice(0, 2), pin.slice(2, 4), pin.slice(4, 6)].map(Number);
  if (a === undefined || b === undefined || c === undefined) return false;
  return isDayOfMonth(a, b) || isDayOfMonth(b, a) || isDayOfMonth(c, b);
}

function isDayOfMonth(day: number, month: number): boolean {
  return day >= 1 && day <= DAYS_MAX && month >= 1 && month <= MONTHS;
}

/** `1987xx`, `xx2003`: the year in which a living person was born. */
function hasYearOfBirth(pin: string): boolean {
  return /^(19[2-9]|20[0-3])|(19[2-9]|20[0-3])\d$/.test(pin);
}

function digitsOf(phone: string): string {
  return phone.replaceAll(/\D/g, '');
}
