import { createWriteStream } from 'node:fs';
import { once } from 'node:events';

/**
 * Writes an appointments file of any size, always the same: `npx tsx tests/load/generate-appointments.ts 100000 FILE [OFFICE]`.
 * People are fictional; the thousand mobiles are Ofcom's drama range, so that each belongs to many customers.
 */
const [count = '100000', path = 'appointments.csv', office = 'BANGOR'] = process.argv.slice(2);
const FIRST = ['Siân', 'Aled', 'Zoë', 'Owen', 'Priya', 'Tomasz', 'Megan', 'Rhys', 'Aoife', 'Jin'];
const LAST = ['Llewelyn-Jones', 'Hughes', "O'Brien", 'Price', 'Patel', 'Nowak', 'Evans', 'Parry', 'Byrne', 'Lee'];
const HEADER =
  'appointment_ref,customer_ref,first_name,last_name,mobile,landline,email,language,adviser_ref,adviser_name,office_ref,kind,mode,starts_at,duration_minutes,purpose,bring,status\n';
const two = (number: number) => String(number).padStart(2, '0');

const file = createWriteStream(path);
file.write(HEADER);
for (let n = 0; n < Number(count); n += 1) {
  const customer = n % Math.ceil(Number(count) / 3);
  const first = FIRST[customer % 10]!;
  const last = LAST[Math.floor(customer / 10) % 10]!;
  const mobile = `07700 900${String(customer % 1000).padStart(3, '0')}`;
  const landline = customer % 7 === 0 ? `01632 960${String(customer % 1000).padStart(3, '0')}` : '';
  const email = customer % 2 === 0 ? `person${customer}@post.example` : '';
  const adviser = customer % 120;
  const startsAt = `2030-${two(1 + (n % 12))}-${two(1 + (n % 28))}T${two(9 + (n % 8))}:${n % 2 ? '30' : '00'}`;
  const line = `A${n},C${customer},${first},${last},${mobile},${landline},${email},${customer % 5 ? 'en' : 'cy'},V${adviser},Adviser ${adviser},${office},review,in_person,${startsAt},30,"Look at your week, and plan the next",your CV,booked\n`;
  if (!file.write(line)) await once(file, 'drain');
}
file.end();
await once(file, 'finish');
