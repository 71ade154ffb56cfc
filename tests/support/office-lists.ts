import type { SettingList } from '~/domain/office/setting-lists';

/** What is typed for one of each list of an office. */
export const ONE_OF_EACH: Record<SettingList, Record<string, string>> = {
  places: { kind: 'venue', name: 'The quay library', address: '3 Quay Street', postcode: 'll55 1zz', seats: '8' },
  kinds: { name: 'Work trial', minutes: '45', bufferMinutes: '10', capacity: '1', purpose: 'Talk about the trial' },
  steps: { action: 'Ring two care homes', owner: 'customer', days: '7' },
  answers: {
    title: 'Parking',
    body: 'You can park behind the office.',
    bodyInWelsh: 'Cewch barcio y tu ôl i’r swyddfa.',
  },
  help: { barrier: 'money', name: 'Quay money advice', what: 'Free advice about debt.', phone: '01632 960555' },
  'digital-places': { kind: 'training', name: 'The quay course', what: 'Forms, step by step.', stepFree: 'yes' },
  partners: { name: 'The college', what: 'Courses' },
  'school-holidays': { name: 'Half term', fromOn: '2027-02-15', untilOn: '2027-02-19' },
};
