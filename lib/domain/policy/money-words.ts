const WITHOUT_MINOR = new Set([
  "BIF",
  "CLP",
  "DJF",
  "GNF",
  "ISK",
  "JPY",
  "KMF",
  "KRW",
  "PYG",
  "RWF",
  "UGX",
  "VND",
  "VUV",
  "XAF",
  "XOF",
  "XPF",
]);

/** `1,250.00 EUR`: the amount as people write it, with the ISO 4217 code where it is known. Two decimals, none for yen and the like. */
export function moneyWords(amount: number, currency: string | null): string {
  const decimals = currency !== null && WITHOUT_MINOR.has(currency) && Number.isInteger(amount) ? 0 : 2;
  const [whole = "", fraction] = amount.toFixed(decimals).split(".");
  const grouped = whole.length > 3 ? whole.replace(/\B(?=(\d{3})+$)/g, ",") : whole;
  const figure = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return currency === null ? figure : `${figure} ${currency}`;
}
