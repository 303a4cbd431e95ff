import { MemoryFileSystem, ZeroPerl } from '@6over3/zeroperl-ts';
import { NegarError } from '../../models/errors';
import { recogniseFormat } from '../../models/photo/formats';

/**
 * Writes the alt text (IPTC Photo Metadata 2021.1, "Alt Text (Accessibility)"), and the description
 * only where there is none: there, a photographer may have said more. Strings are bytes of UTF-8 on
 * both sides of ExifTool.
 */
const PROGRAM = String.raw`
  use strict; use warnings; use utf8; use Image::ExifTool;
  our $tool = Image::ExifTool->new;
  $tool->Options(Charset => 'UTF8', List => 0);
  sub describe {
    my ($in, $out, $text) = @_;
    utf8::encode($text) if utf8::is_utf8($text);
    $tool->SetNewValue();
    $tool->SetNewValue('XMP-iptcCore:AltTextAccessibility', $text);
    my $present = $tool->ImageInfo($in, 'XMP-dc:Description');
    $tool->SetNewValue('XMP-dc:Description', $text) unless %$present;
    my $written = $tool->WriteInfo($in, $out);
    return $written == 1 ? '' : $tool->GetValue('Error') // 'nothing was written';
  }
  sub read_tag {
    my ($in, $tag) = @_;
    my ($text) = values %{ $tool->ImageInfo($in, $tag) };
    $text //= '';
    utf8::decode($text);
    return $text;
  }
`;

/** Formats that ExifTool can write XMP into. */
const WRITABLE = ['JPEG', 'PNG', 'WebP', 'AVIF', 'GIF', 'TIFF', 'HEIC'];

/** The properties of XMP that hold a description. */
export type DescriptionTag = 'XMP-iptcCore:AltTextAccessibility' | 'XMP-dc:Description';

/**
 * ExifTool (Image::ExifTool 13.42) in a Perl that is compiled to WebAssembly. Starting takes
 * seconds and blocks the thread, each picture some milliseconds. One call at a time.
 */
export class ExifTool {
  private constructor(
    private readonly perl: ZeroPerl,
    private readonly files: MemoryFileSystem,
  ) {}

  static async start(): Promise<ExifTool> {
    const files = new MemoryFileSystem({ '/': '' });
    const perl = await ZeroPerl.create({ fileSystem: files });
    const { success, error } = await perl.eval(PROGRAM);
    if (!success) throw new Error(`ExifTool does not start: ${error}`);
    return new ExifTool(perl, files);
  }

  /**
   * A copy of a picture file that holds an alt text; not a pixel is coded anew.
   * @throws {NegarError} IMAGE_TYPE_UNSUPPORTED for formats that hold no XMP; IMAGE_DAMAGED.
   */
  async describe(photo: Uint8Array, text: string): Promise<Uint8Array<ArrayBuffer>> {
    const { name } = recogniseFormat(photo);
    if (!WRITABLE.includes(name)) {
      throw new NegarError(
        'IMAGE_TYPE_UNSUPPORTED',
        `A ${name} picture cannot hold an alt text. Formats that can: ${WRITABLE.join(', ')}.`,
      );
    }
    return this.withFiles(photo, async (input, output) => {
      const failure = await this.call('describe', input, output, text);
      const file = this.files.lookup(output);
      if (!failure && file?.type === 'file' && file.content instanceof Uint8Array) {
        return new Uint8Array(file.content);
      }
      throw new NegarError(
        'IMAGE_DAMAGED',
        `The ${name} picture could not be given an alt text: ${failure}. Export it again.`,
      );
    });
  }

  /** What a picture file says of itself; empty where it says nothing. */
  read(photo: Uint8Array, tag: DescriptionTag): Promise<string> {
    return this.withFiles(photo, (input) => this.call('read_tag', input, tag));
  }

  private async withFiles<R>(
    photo: Uint8Array,
    use: (input: string, output: string) => Promise<R>,
  ): Promise<R> {
    const [ending] = recogniseFormat(photo).endings;
    const paths = [`/in${ending}`, `/out${ending}`] as const;
    this.files.addFile(paths[0], photo);
    try {
      return await use(...paths);
    } finally {
      for (const path of paths) if (this.files.lookup(path)) this.files.removeFile(path);
    }
  }

  private async call(name: string, ...args: readonly string[]): Promise<string> {
    const values = args.map((arg) => this.perl.createString(arg));
    const result = await this.perl.call(name, values, 'scalar');
    const text = result?.toString() ?? this.perl.getLastError();
    for (const value of [...values, result]) value?.dispose();
    return text;
  }
}
