import { Button } from '~/components/design-system/button';
import { Input } from '~/components/design-system/input';
import { errorBeside } from '~/components/question-page';
import type { Language } from '~/domain/language';
import { kioskDeskWords } from '~/i18n/pages/kiosk-desk';
import { SettingsFrame } from './settings-frame';

interface Props {
  language: Language;
  me: { firstName: string; lastName: string };
  title: string;
  /** The address that the form goes to, and what its button says. */
  action: string;
  submit: string;
  name: string;
  problem: 'empty' | 'long' | null;
}

/** What a shared computer is called. */
export function KioskNamePage({ language, me, title, action, submit, name, problem }: Props) {
  const { add, code } = kioskDeskWords.in(language);
  const wrong = problem ? add.errors[problem] : undefined;
  return (
    <SettingsFrame
      {...{ language, me, title }}
      back={{ href: '/staff/office/kiosks', text: code.back }}
      errors={wrong ? [{ text: wrong, href: '#name' }] : []}
    >
      <form method="post" action={action} noValidate>
        <Input
          name="name"
          label={{ text: add.question }}
          hint={add.hint}
          error={errorBeside(wrong, language)}
          defaultValue={name}
          autoComplete="off"
        />
        <Button>{submit}</Button>
      </form>
    </SettingsFrame>
  );
}
