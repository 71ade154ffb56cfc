/** Somebody by name, with the id that leads to them. */
export interface PersonName {
  id: string;
  firstName: string;
  lastName: string;
}
