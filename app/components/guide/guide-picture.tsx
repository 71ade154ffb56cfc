import type { VisitTask } from '~/domain/assisted/visit';

/** What is drawn on the screen of the picture, on a field of 120 by 80. */
const DRAWN: Record<VisitTask, string> = {
  sign_in: 'M45 38h30v26h-30z M51 38v-8a9 9 0 0 1 18 0v8 M60 48v8',
  see_meeting: 'M35 22h50v42h-50z M35 34h50 M47 16v10 M73 16v10 M52 50l6 6 12-14',
  change_meeting: 'M60 18a24 24 0 1 0 24 24 M84 42l-7-7 M84 42l7-7 M60 28v15l9 8',
  use_plan: 'M40 22l4 4 8-9 M60 22h24 M40 40l4 4 8-9 M60 40h24 M40 56h10v8h-10z M60 60h24',
  change_contact: 'M46 16h28v50h-28z M56 60h8 M52 30h16 M52 38h16',
  find_club: 'M60 66c-14-16-20-24-20-32a20 20 0 0 1 40 0c0 8-6 16-20 32z M53 33h14 M60 26v14',
  write_message: 'M32 20h56v34h-34l-12 12v-12h-10z M42 32h36 M42 42h24',
  use_email: 'M32 22h56v40h-56z M32 22l28 24 28-24',
  stay_safe: 'M60 14l24 8v18c0 14-10 22-24 28-14-6-24-14-24-28v-18z M49 40l8 8 14-16',
  find_jobs: 'M34 30h52v34h-52z M50 30v-8h20v8 M34 46h52',
};

/** A simple picture of a thing that is done, in one line's colour; it says nothing that the words do not. */
export function GuidePicture({ task }: { task: VisitTask }) {
  return (
    <svg className="wm-guide__picture" viewBox="0 0 120 80" aria-hidden="true" focusable="false">
      <rect x="4" y="4" width="112" height="72" rx="6" />
      <path d={DRAWN[task]} />
    </svg>
  );
}
