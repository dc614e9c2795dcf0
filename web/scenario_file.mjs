// Inputs that were saved as a file, told from tables by how the file begins.

const kMostBytes = 1_000_000;
const kBeginning = /^\s*\{\s*"kirnu"\s*:\s*"scenario"/;

/** The text of the first file that holds inputs; null where all are something else. Rejects where one cannot be read. @param {File[]} files */
export async function read_scenario(files) {
  for (const file of files) {
    const beginning = await file.slice(0, 100).text();
    if (kBeginning.test(beginning) && file.size <= kMostBytes) return file.text();
  }
  return null;
}
