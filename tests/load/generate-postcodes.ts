import { createWriteStream } from 'node:fs';
import { once } from 'node:events';

/**
 * Writes a file like Code-Point Open of any size, always the same, with made-up postcodes:
 * `npx tsx tests/load/generate-postcodes.ts 300000 FILE`. One in two hundred has no place on the map.
 */
const [count = '300000', path = 'postcodes.csv'] = process.argv.slice(2);
const AREAS = 'AB BA CF DE EH FK GL HR IP KT LL ME NE OX PE RG SY TF WA YO'.split(' ');
const LETTERS = 'ABDEFGHJLNPQRSTUWXYZ';

const file = createWriteStream(path);
for (let n = 0; n < Number(count); n += 1) {
  const area = AREAS[n % AREAS.length]!;
  const district = 1 + (Math.floor(n / AREAS.length) % 60);
  const unit = Math.floor(n / AREAS.length / 60);
  const end = `${unit % 10}${LETTERS[Math.floor(unit / 10) % 20]}${LETTERS[Math.floor(unit / 200) % 20]}`;
  const place = n % 200 === 0 ? '90,0,0' : `10,${200_000 + ((n * 37) % 300_000)},${150_000 + ((n * 53) % 500_000)}`;
  const line = `"${area}${district}${end}",${place},"E92000001","E19000001","E18000001","","E07000001","E05000001"\n`;
  if (!file.write(line)) await once(file, 'drain');
}
file.end();
await once(file, 'finish');
