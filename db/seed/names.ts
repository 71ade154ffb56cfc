import type { Random } from './random';

interface Names {
  /** How often, against the others, in each kind of place. */
  weight: { wales: number; marches: number };
  /** Pairs of lists: surnames follow gender in Polish and some other names. */
  people: readonly (readonly [first: readonly string[], last: readonly string[]])[];
}

/** Words between spaces; an underscore stands for a space inside a name. */
const list = (words: string) => words.split(' ').map((word) => word.replace('_', ' '));

const pairs = (first: string, last: string) => [list(first), list(last)] as const;

/** Fictional people with names as they are found on a caseload; accents are part of a name. */
const NAMES: Names[] = [
  {
    weight: { wales: 46, marches: 10 },
    people: [
      pairs(
        'Aled Siân Llŷr Ffion Dafydd Eleri Gethin Angharad Iestyn Lowri Macsen Nia Owain Rhiannon Tomos Gwenllïan Ifan Cerys Rhodri Megan Siôn Heledd Gruffydd Mared Huw Non Emyr Glenys Wil Alaw Deiniol Mabli Geraint Menna Twm Gwenan',
        'Hughes Jones Williams Parry Roberts Prŷs Llywelyn Morgan Bevan Pugh Owen Evans Griffiths Lewis Thomas Rowlands Vaughan Llwyd Gruffudd Tudur Davies Edwards Pritchard Foulkes',
      ),
    ],
  },
  {
    weight: { wales: 30, marches: 58 },
    people: [
      pairs(
        'Jack Olivia Daniel Chloe Ryan Zoë Liam Renée Callum Emma Jordan Amy Lewis Holly Kyle Leanne Darren Michelle Craig Tracey Shaun Donna Wayne Karen Ethan Grace Marcus Naomi Keith Sandra Gareth Beth Terry Joanne Connor Paige',
        'Smith Taylor Brown Walker Wright Green Baker Hall Turner Cooper Ward Bennett Shaw Holmes Mason Barker Mills Fletcher Marsh Dawson Preece Beddoes Corfield Onions Hotchkiss Mansell Bowen Swain',
      ),
    ],
  },
  {
    weight: { wales: 7, marches: 8 },
    people: [
      pairs(
        'Łukasz Paweł Wojciech Piotr Tomasz Grzegorz Michał Sławomir',
        'Wójcik Kowalczyk Zieliński Dąbrowski Król Szymański Woźniak Krawczyk',
      ),
      pairs(
        'Agnieszka Zofia Małgorzata Elżbieta Bożena Justyna Róża Kinga',
        'Wójcik Kowalczyk Zielińska Dąbrowska Król Szymańska Woźniak Krawczyk',
      ),
    ],
  },
  {
    weight: { wales: 5, marches: 11 },
    people: [
      pairs(
        'Mohammed Imran Bilal Arjun Ravi Sanjay Hamza Naveed Priya Ayesha Nusrat Anjali Sunita Zainab Meera Rukhsana',
        'Hussain Khan Patel Ahmed Shah Rahman Sharma Iqbal Chowdhury Malik Mistry Akhtar',
      ),
      pairs('Harpreet Gurpreet Jaspreet Manjit Simran', 'Kaur Gill Dhillon Sandhu Singh'),
    ],
  },
  {
    weight: { wales: 5, marches: 5 },
    people: [
      pairs(
        'Siobhán Niamh Seán Róisín Ciarán Aoife Pádraig Gráinne Eoin Sinéad',
        "O'Sullivan Murphy O'Connor Brennan Ó_Cinnéide Gallagher Ní_Bhriain Byrne Doyle Keane",
      ),
    ],
  },
  {
    weight: { wales: 5, marches: 6 },
    people: [
      pairs('João Inês Conceição Rui Luísa', 'Gonçalves Simões Araújo Magalhães Brandão'),
      pairs('Ștefan Ionuț Mădălina Răzvan Ioana', 'Popescu Ionescu Munteanu Țepeș Rusu'),
      pairs('Chukwuemeka Ngozi Adébáyò Folake Tunde', 'Okafor Adeyemi Eze Balogun Nwosu'),
      pairs('Wei Mei-Ling Xiaoyu Jun', 'Chen Wong Lau Zhang'),
      pairs('Oksana Dmytro Yuliia Andriy', 'Shevchenko Kovalenko Bondarenko Tkachuk'),
      pairs('Amal Yusuf Hodan Idris', 'Warsame Abdi Farah Osman'),
    ],
  },
];

export interface PersonName {
  firstName: string;
  lastName: string;
  /** True for the names of Welsh families, of whom more speak Welsh. */
  welsh: boolean;
}

/** A name for somebody in Wales or in the Marches. */
export function randomName(random: Random, where: 'wales' | 'marches'): PersonName {
  let ticket = random.next() * NAMES.reduce((sum, names) => sum + names.weight[where], 0);
  const names = NAMES.find((candidate) => (ticket -= candidate.weight[where]) < 0) ?? NAMES[0]!;
  const [first, last] = random.pick(names.people);
  return { firstName: random.pick(first), lastName: random.pick(last), welsh: names === NAMES[0] };
}
