/**
 * The few special functions that the intervals need, in double precision. Each is checked in its test against values of an
 * arbitrary-precision library.
 */

/** Lanczos' approximation with g = 7 and nine terms (Godfrey 2001): relative error under 1e-14 for positive arguments. */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const;

const STEPS_MAX = 10_000;
const PRECISION = 1e-15;
const TINY = 1e-300;

/** The logarithm of Γ(x), for x > 0. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const z = x - 1;
  const t = z + 7.5;
  const sum = LANCZOS.reduce((total, term, index) => (index === 0 ? term : total + term / (z + index)), 0);
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum);
}

/** The logarithm of B(a, b), for a, b > 0. */
export function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

/** The regularized incomplete beta function I_x(a, b): the chance that a Beta(a, b) is at most x. Numerical Recipes §6.4. */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b));
  // The fraction converges quickly on one side only; the other is its mirror.
  return x < (a + 1) / (a + b + 2) ? (front * betaFraction(x, a, b)) / a : 1 - (front * betaFraction(1 - x, b, a)) / b;
}

/** Lentz's evaluation of the continued fraction. */
function betaFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let h = d;
  for (let m = 1; m <= STEPS_MAX; m += 1) {
    for (const step of [
      (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)),
      (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1)),
    ]) {
      d = 1 / awayFromZero(1 + step * d);
      c = awayFromZero(1 + step / c);
      h *= d * c;
    }
    if (Math.abs(d * c - 1) < PRECISION) break;
  }
  return h;
}

/** The regularized lower incomplete gamma function P(a, x): the chance that a Gamma(a, 1) is at most x. Numerical Recipes §6.2. */
export function incompleteGamma(x: number, a: number): number {
  if (x <= 0) return 0;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  return x < a + 1 ? front * gammaSeries(x, a) : 1 - front * gammaFraction(x, a);
}

function gammaSeries(x: number, a: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n <= STEPS_MAX && Math.abs(term) > Math.abs(sum) * PRECISION; n += 1) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

function gammaFraction(x: number, a: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / awayFromZero(b);
  let h = d;
  for (let n = 1; n <= STEPS_MAX; n += 1) {
    const step = -n * (n - a);
    b += 2;
    d = 1 / awayFromZero(step * d + b);
    c = awayFromZero(b + step / c);
    h *= d * c;
    if (Math.abs(d * c - 1) < PRECISION) break;
  }
  return h;
}

function awayFromZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}

/** Where a function that only rises passes zero between `low` and `high`, by bisection to the last bit. */
export function crossing(rises: (x: number) => number, low: number, high: number): number {
  let [from, to] = [low, high];
  for (let step = 0; step < 200; step += 1) {
    const middle = (from + to) / 2;
    if (middle <= from || middle >= to) break;
    if (rises(middle) < 0) from = middle;
    else to = middle;
  }
  return (from + to) / 2;
}

/** The value below which a Gamma(shape, 1) lies with the given chance. */
export function gammaQuantile(chance: number, shape: number): number {
  if (chance <= 0 || shape <= 0) return 0;
  let high = shape + 10 * Math.sqrt(shape) + 10;
  while (incompleteGamma(high, shape) < chance) high *= 2;
  return crossing((x) => incompleteGamma(x, shape) - chance, 0, high);
}
