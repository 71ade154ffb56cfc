import type { Frame } from './frame';
import { HelpBar, HelpedElsewhereBar } from './help-bar';
import { KioskBar } from './kiosk/kiosk-bar';
import { ChampionBar } from './visit/champion-bar';

/** What stands above everything else on a customer's page: that it is a shared computer, or that a colleague helps. */
export function FrameBars({ frame }: { frame: Frame }) {
  return (
    <>
      {frame.help && <HelpBar help={frame.help} frame={frame} />}
      {frame.helpedElsewhere && <HelpedElsewhereBar frame={frame} />}
      {frame.kiosk && <KioskBar kiosk={frame.kiosk} frame={frame} />}
      {frame.withChampion && <ChampionBar champion={frame.withChampion} language={frame.language} />}
    </>
  );
}
