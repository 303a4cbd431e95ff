import { describe, expect, it } from 'vitest';
import { commandOf, KEYS } from './shortcuts';

const press = (key: string, code = '', more = {}) => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  repeat: false,
  ...more,
});

describe('commandOf', () => {
  it('knows each key, and no key for two commands', () => {
    const keys = Object.entries(KEYS).flatMap(([command, own]) => own.map((key) => [key, command]));
    expect(new Set(keys.map(([key]) => key)).size).toBe(keys.length);
    for (const [key, command] of keys) expect(commandOf(press(key))?.command).toBe(command);
  });

  it('tells which candidate is meant', () => {
    expect(commandOf(press('4', 'Digit4'))).toEqual({ command: 'candidate', digit: 4 });
  });

  it('goes by the place of a key on keyboards that are not Latin', () => {
    expect(commandOf(press('ش', 'KeyA'))?.command).toBe('accept');
    expect(commandOf(press('۲', 'Digit2'))).toEqual({ command: 'candidate', digit: 2 });
    expect(commandOf(press('؟', 'Slash'))?.command).toBe('help');
    expect(commandOf(press('A', 'KeyQ'))?.command).toBe('accept');
  });

  it('leaves the keys of the browser alone', () => {
    expect(commandOf(press('a', 'KeyA', { ctrlKey: true }))).toBeUndefined();
    expect(commandOf(press('f', 'KeyF', { metaKey: true }))).toBeUndefined();
    expect(commandOf(press('d', 'KeyD', { altKey: true }))).toBeUndefined();
    expect(commandOf(press('Tab'))).toBeUndefined();
    expect(commandOf(press('x', 'KeyX'))).toBeUndefined();
  });

  it('repeats only moves while a key is held down', () => {
    expect(commandOf(press('j', 'KeyJ', { repeat: true }))?.command).toBe('next');
    expect(commandOf(press('a', 'KeyA', { repeat: true }))).toBeUndefined();
    expect(commandOf(press('Enter', 'Enter', { repeat: true }))).toBeUndefined();
  });
});
