package dev.soundcheck.conformance.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * One document in Markdown, as GitHub reads it: where it leads, what can be led to, what it shows.
 *
 * @param file its path below the root of the project
 * @param anchors the names of its headings
 * @param spans what stands between backticks in its sentences
 */
record Page(
    String file,
    List<Place> links,
    Set<String> anchors,
    List<Snippet> snippets,
    List<Place> spans) {
  private static final Path ROOT = Path.of(System.getProperty("soundcheck.root", ".."));
  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create()))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .build();

  /** A text of the document and the line that it stands in, from 1. */
  record Place(String text, int line) {}

  /** A block of code. Its line is that of its fence; {@code kind} is the word behind the fence. */
  record Snippet(String file, int line, String kind, String text) {
    String where() {
      return file + ":" + line;
    }
  }

  /** Those whose code and commands are looked at here; HowToAddTest does what the others say. */
  static List<Page> shown() {
    return all().stream().filter(page -> !page.file().startsWith("docs/how-to-add/")).toList();
  }

  /** All documents that this project shows to people: those at the top, and below docs. */
  static List<Page> all() {
    try (Stream<Path> top = Files.list(ROOT);
        Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      return Stream.concat(top, docs)
          .filter(file -> file.toString().endsWith(".md"))
          .map(file -> ROOT.relativize(file))
          .filter(file -> !file.toString().contains("target"))
          .map(file -> Page.read(file.toString()))
          .sorted((one, other) -> one.file().compareTo(other.file()))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static Page read(String file) {
    try {
      return of(file, Files.readString(ROOT.resolve(file)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static Page of(String file, String markdown) {
    var reader = new Reader(file);
    PARSER.parse(markdown).accept(reader);
    return new Page(file, reader.links, reader.anchors, reader.snippets, reader.spans);
  }

  private static final class Reader extends AbstractVisitor {
    private final List<Place> links = new ArrayList<>();
    private final Set<String> anchors = new LinkedHashSet<>();
    private final List<Snippet> snippets = new ArrayList<>();
    private final List<Place> spans = new ArrayList<>();
    private final IdGenerator ids = IdGenerator.builder().build();
    private final String file;

    Reader(String file) {
      this.file = file;
    }

    @Override
    public void visit(Heading heading) {
      var words = new Words();
      heading.accept(words);
      anchors.add(ids.generateId(words.text.toString()));
      visitChildren(heading);
    }

    @Override
    public void visit(Link link) {
      links.add(new Place(link.getDestination(), line(link)));
      visitChildren(link);
    }

    @Override
    public void visit(Image image) {
      links.add(new Place(image.getDestination(), line(image)));
      visitChildren(image);
    }

    @Override
    public void visit(Code code) {
      spans.add(new Place(code.getLiteral(), line(code)));
    }

    @Override
    public void visit(FencedCodeBlock block) {
      snippets.add(new Snippet(file, line(block), block.getInfo(), block.getLiteral()));
    }

    @Override
    public void visit(IndentedCodeBlock block) {
      snippets.add(new Snippet(file, line(block), "", block.getLiteral()));
    }

    private static int line(Node node) {
      return node.getSourceSpans().stream().findFirst().map(it -> it.getLineIndex() + 1).orElse(0);
    }
  }

  /** The words of a heading without their marks. */
  private static final class Words extends AbstractVisitor {
    private final StringBuilder text = new StringBuilder();

    @Override
    public void visit(Text piece) {
      text.append(piece.getLiteral());
    }

    @Override
    public void visit(Code code) {
      text.append(code.getLiteral());
    }
  }
}
