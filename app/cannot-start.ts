/** What keeps a program from starting and whoever starts it can put right: its words are shown, without a stack. */
export class CannotStart extends Error {
  override name = 'CannotStart';
}
