import { useEffect } from 'react';
import { followOtherTabs, useSettings } from './settings';

/** Gives the page the theme that was chosen, here or in another tab. */
export function useTheme(): void {
  const theme = useSettings((settings) => settings.theme);
  useEffect(followOtherTabs, []);
  useEffect(() => void (document.documentElement.dataset.theme = theme), [theme]);
}
