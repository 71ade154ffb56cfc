import type { Frame } from './frame';
import { ChampionBar } from './visit/champion-bar';
import { KioskBar } from './kiosk/kiosk-bar';

/** What stands above everything else on a customer's page: that it is a shared computer, or that a colleague helps. */
export function FrameBars({ frame }: { frame: Frame }) {
  return (
    <>
      {frame.help && <HelpBar help={frame.help} frame={frame} />}
      {frame.kiosk && <KioskBar kiosk={frame.kiosk} frame={frame} />}
      {frame.withChampion && <ChampionBar champion={frame.withChampion} language={frame.language} />}
    </>
  );
}

function HelpBar(_props: { help: NonNullable<Frame['help']>; frame: Frame }) {
  return null;
}
