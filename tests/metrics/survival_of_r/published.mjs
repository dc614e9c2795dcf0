// node published.mjs KIRNU FOLDER: reads what published.R says from standard input, and asks the command the same.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const [kirnu, folder] = process.argv.slice(2);
const kClose = 2e-9;
let different = 0;

/** @param {number | null | undefined} found @param {number | null} wanted */
function near(found, wanted) {
  if (found == null || wanted == null) return found == null && wanted == null;
  return Math.abs(found - wanted) <= kClose * Math.max(1, Math.abs(wanted));
}

/** @param {string} what @param {number | null | undefined} found @param {number | null} wanted */
function check(what, found, wanted) {
  if (near(found, wanted)) return;
  different += 1;
  console.error(`${what}: ${found}, R: ${wanted}`);
}

/** @param {string} what @param {any} found @param {any} wanted */
function checkCurve(what, found, wanted) {
  check(`${what} n`, found?.n, wanted.n);
  check(`${what} points`, found?.points.length, wanted.t.length);
  if (found?.points.length !== wanted.t.length) return;
  for (const [i, point] of found.points.entries()) {
    const everybodyLeft = point.survival === 0;
    for (const key of everybodyLeft ? ["t", "at_risk", "events"] : ["t", "at_risk", "events", "survival", "low", "high"])
      check(`${what} point ${i} ${key}`, point[key], wanted[key][i]);
  }
  for (const [i, key] of ["value", "low", "high"].entries()) check(`${what} median ${key}`, found.median[key], wanted.median[i]);
  for (const [i, key] of ["value", "se"].entries()) check(`${what} rmst ${key}`, found.rmst[key], wanted.rmst[i]);
}

let files = 0;
for (const line of readFileSync(0, "utf8").trim().split("\n")) {
  const wanted = JSON.parse(line);
  for (const variant of ["", "_2"]) {
    const set = wanted.set.flatMap((/** @type {string} */ one) => ["--set", one]);
    const file = join(folder, `${wanted.name}${variant}.csv`);
    const { survival } = JSON.parse(execFileSync(kirnu, ["report", file, "--format", "json", ...set], { encoding: "utf8" }));
    const what = `${wanted.name}${variant} ${wanted.set[1]}`;
    const groups = ["", ...wanted.groups];
    check(`${what} curves`, survival.curves.length, groups.length);
    for (const [i, group] of groups.entries()) {
      const found = survival.curves.find((/** @type {any} */ curve) => (curve.segment ?? "") === group);
      checkCurve(`${what} ${group}`, found, wanted.curves[i]);
    }
    for (const [i, key] of ["chi2", "df", "p"].entries()) check(`${what} ${key}`, survival.log_rank?.[key], wanted.test[i]);
    files += 1;
  }
}
console.log(`${files} answers, ${different} numbers that differ from R's`);
process.exitCode = different > 0 || files === 0 ? 1 : 0;
