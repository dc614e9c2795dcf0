#pragma once
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "view/node/chart.h"

/// The View: what every surface shows. A tree of a dozen kinds of node; words are already in the reader's
/// language, numbers already formatted. Its JSON is written in docs/architecture.md, section "The View".
namespace kirnu {

enum class Tone { Plain, Good, Bad, Unsure, Muted };

/// A run of text; `marked` is the finding that the eye should land on.
struct Span {
  std::string text = {};
  bool marked = false;
};

enum class TextStyle { Lead, Heading, Body, Note };

struct TextNode {
  TextStyle style = TextStyle::Body;
  std::vector<Span> spans = {};
  Tone tone = Tone::Plain;
};

enum class FieldInput { Count, Money, Number, Date, Slider, Lines, File };

/// Where a slider stands, and what its steps are: whole numbers, written with `unit` behind them ("20%").
struct SliderRange {
  double low = 0;
  double high = 100;
  double step = 1;
  double at = 0;
  std::string unit = {};
};

/// Where a person types, or slides. `value` is the text as typed; the surface owns it while it has the focus.
struct FieldNode {
  std::string label = {};
  std::string hint = {};  ///< small, at the label's right: "optional"
  std::string help = {};  ///< one sentence under the field
  std::string value = {};
  std::string placeholder = {};
  std::string error = {};  ///< a sentence; empty when all is well
  std::string note = {};   ///< how the value was understood, when that is not obvious
  FieldInput input = FieldInput::Count;
  std::optional<SliderRange> slider = {};  ///< of a Slider; the hint is its value in words
};

struct Option {
  std::string value = {};
  std::string label = {};
  bool rare = false;  ///< no segment of its own, unless it is chosen
};

/// One of a few choices. `segmented`: drawn as a row of segments where there is room.
struct SelectNode {
  std::string label = {};
  std::string help = {};
  std::string value = {};
  std::vector<Option> options = {};
  bool segmented = false;
  std::string error = {};
};

struct ToggleNode {
  std::string label = {};
  std::string help = {};
  bool on = false;
};

/// Quiet: words like a link. Faint: the same, soft, for what is offered again and again.
enum class ButtonStyle { Plain, Primary, Quiet, Faint };

/// Something to press. `copy` is text for the clipboard, `download` a file name for `copy`'s text, which the core makes
/// on demand when it is empty; `copies`: so it does for the clipboard. All empty: pressing sends the action
/// {"type":"press","id":…}.
struct ButtonNode {
  std::string label = {};
  std::string help = {};
  ButtonStyle style = ButtonStyle::Plain;
  std::string copy = {};
  std::string download = {};
  bool copies = false;
};

/// How a number was computed, in the reader's words and with the reader's numbers.
struct Explanation {
  std::string title = {};     ///< "How computed"
  std::string formula = {};   ///< lost ÷ customers at start
  std::string inserted = {};  ///< 250 ÷ 1.500 = 16,67 %
  std::string definition = {};
  std::string source = {};
  bool open = false;  ///< folded out; toggled by {"type":"fold","id":"how.<id>"}
};

struct MetricNode {
  std::string label = {};
  std::string text = {};             ///< formatted, "–" when there is no answer
  std::optional<double> value = {};  ///< fraction or amount, absent when there is no answer
  std::string note = {};             ///< small, under the number
  std::string sign = {};             ///< "✕", "✓", "▲" …: the tone said without colour; drawn before text
  Tone tone = Tone::Plain;
  bool large = false;  ///< the answer itself
  bool word = false;   ///< text is words, not a number: set smaller
  std::optional<Explanation> how = {};
};

struct Cell {
  std::string text = {};
  Tone tone = Tone::Plain;
  bool observed = true;              ///< false: not yet observed, drawn hatched
  std::optional<double> shade = {};  ///< 0…1: heat map
};

struct TableColumn {
  std::string label = {};
  bool numeric = false;  ///< right-aligned
};

/// The first column of each row is its header. `step`: what a pointer or an arrow key hears at a shaded cell, a
/// sentence with {row}, {column} and {cell}; empty in a table that is no heat map. `left_out`: said under the table
/// where a surface has no room for all of its columns or rows; a table with it may be cut to its last rows.
struct TableNode {
  std::string caption = {};
  std::vector<TableColumn> columns = {};
  std::vector<std::vector<Cell>> rows = {};
  std::string step = {};
  std::string left_out = {};
};

enum class MessageLevel { Note, Warning, Question, Error };

struct MessageNode {
  MessageLevel level = MessageLevel::Note;
  std::string text = {};
};

struct ProgressNode {
  std::string label = {};
  std::optional<double> fraction = {};  ///< absent: unknown length
  std::string text = {};
};

struct ChartNode {
  std::string title = {};    ///< the question
  std::string summary = {};  ///< the sentence that answers it
  Chart chart = {};
  TableNode table = {};  ///< the same data as a table
  bool titled = false;   ///< its card says title and summary already
};

/// Header, Form (left; above on a phone), Answer (right), Figures (row of numbers), Cards (grid),
/// Card, WideCard (full width), Fold (a disclosure; id toggled by {"type":"fold"}), Messages, Footer, Row (side by
/// side), Tools (rows of buttons; on a phone a disclosure).
enum class SectionRole { Header, Form, Answer, Figures, Cards, Card, WideCard, Fold, Messages, Footer, Row, Tools };

struct SectionNode {
  SectionRole role = SectionRole::Card;
  std::string title = {};
  std::string text = {};
  bool open = true;  ///< for Fold, and on a phone for Tools and for cards with a title (those fold as "card.<id>")
};

/// The root. `language` is the document's language.
struct PageNode {
  std::string title = {};
  std::string subtitle = {};
  std::string language = {};
  std::string link = {};  ///< what was typed, as the fragment of a link
};

using NodeBody = std::variant<PageNode, SectionNode, TextNode, FieldNode, SelectNode, ToggleNode, ButtonNode,
                              MetricNode, TableNode, ChartNode, MessageNode, ProgressNode>;

/// A node with its stable id (unique in a View) and what it contains.
struct Node {
  std::string id = {};
  NodeBody body = {};
  std::vector<Node> children = {};
};

/// A whole View. `revision` counts the Actions it answers: a surface ignores a View older than the one it shows.
struct View {
  int revision = 0;
  bool reread = false;  ///< the files in place are to be opened once more: they are read in another way now
  Node page = {};
};

}  // namespace kirnu
