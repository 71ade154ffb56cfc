/** What staff pages say after something was done with a plan, its steps and its follow-ups. */
export const planNotices = {
  step_done: 'The step is done',
  step_going_on: 'It is on record that you looked at the step, and that it is going on',
  step_help: 'It is on record that they need help with the step',
  step_cannot: 'It is on record that they cannot do the step',
  step_date: 'The step has its new date',
  step_end: 'The step is off the plan',
  step_put_back: 'The step stands as it did before',
  step_not_yet: 'What came of a step can be recorded from the day of the meeting on',
  step_changed_since: 'Something else has happened to the step since, so nothing was changed',
  plan_agreed_again: 'It is on record that you agreed the plan again today',
  follow_up_done: 'It is on record that you asked how the plan is going',
  follow_up_reopened: 'The follow-up is back on the list',
  follow_up_not_reached: 'The follow-up stays on the list, and there is a call to make',
  follow_up_over: 'The plan was agreed anew, so there is nothing to ask about the old one',
  follow_up_done_before: 'A colleague has asked already',
};
