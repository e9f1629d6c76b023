<?xml version="1.0" encoding="UTF-8"?>
<!--
  TEI → plain text, in three kinds ($kind):

      reading    wrapped at 80 columns, furniture left out, notes as [1] and at the end
      analysis   one paragraph a line, no notes, no furniture: for corpus tools
      speech     one turn a line, LABEL: words

  Three steps: normalize; flatten to a sequence of v:block (one paragraph each, with indent and marker); lay out.

      <item rend="bullet">Norland <list><item rend="bullet">Ada Falk</item></list></item>
          →  <v:block indent="0" marker="• " tight="yes">Norland</v:block> <v:block indent="2" …>Ada Falk</v:block>
          →  • Norland
               • Ada Falk
-->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:verbale:xslt"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:import href="words.xsl"/>

  <xsl:output method="text" encoding="UTF-8"/>

  <!-- The longest line of a reading text. -->
  <xsl:param name="width" as="xs:string" select="'80'"/>

  <!-- Blocks: furniture and page breaks vanish, unknown elements are seen through. -->
  <xsl:mode name="v:blocks" on-no-match="shallow-skip"/>

  <xsl:template match="/" as="text()*">
    <xsl:variable name="normalized" as="element(TEI)" select="v:normalized(TEI)"/>
    <xsl:variable name="blocks" as="element(v:block)*">
      <xsl:apply-templates select="$normalized/text[1]" mode="v:blocks"/>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$kind = 'speech'">
        <xsl:sequence select="v:speech-lines($normalized/text[1])"/>
      </xsl:when>
      <xsl:when test="$kind = 'analysis'">
        <xsl:for-each select="$blocks">
          <xsl:text>{@marker}{translate(., $v:line-end, ' ')}&#10;</xsl:text>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="v:reading-text($blocks, $normalized/text[1]//note)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The turns: <said who="#falk">the harbour was silting up.</said> → 'FALK: the harbour was silting up.' -->
  <xsl:function name="v:speech-lines" as="text()*">
    <xsl:param name="text" as="element(text)?"/>
    <xsl:for-each-group select="$text//*[@v:turn]" group-by="xs:integer(@v:turn)">
      <xsl:variable name="words" as="xs:string" select="
          normalize-space(string-join(current-group() ! (if (self::sp) then * except speaker else .) ! v:words(.), ' '))"/>
      <xsl:text>{upper-case(@v:short)}: {translate($words, $v:line-end, ' ')}&#10;</xsl:text>
    </xsl:for-each-group>
  </xsl:function>

  <!-- The whole reading text: blocks with an empty line between them, the items of one list without, then the notes:
       (<v:block heading="yes">Title</v:block>, <v:block>Words</v:block>) → 'Title&#10;=====&#10;&#10;Words' -->
  <xsl:function name="v:reading-text" as="text()*">
    <xsl:param name="blocks" as="element(v:block)*"/>
    <xsl:param name="notes" as="element(note)*"/>
    <xsl:for-each select="$blocks">
      <xsl:variable name="position" as="xs:integer" select="position()"/>
      <xsl:variable name="before" as="element(v:block)?" select="$blocks[position() = $position - 1]"/>
      <xsl:variable name="tight" as="xs:boolean" select="@tight = 'yes' and $before/@tight = ('yes', 'first')"/>
      <xsl:variable name="indent" as="xs:string" select="v:spaces(xs:integer(@indent))"/>
      <xsl:text>{if (position() = 1) then '' else if ($tight) then '&#10;' else '&#10;&#10;'}</xsl:text>
      <xsl:text>{v:wrap(., $indent || @marker, $indent || v:spaces(string-length(@marker)))}</xsl:text>
      <xsl:if test="@heading = 'yes'">
        <xsl:text>&#10;{v:rule(if (position() = 1) then '=' else '-', .)}</xsl:text>
      </xsl:if>
    </xsl:for-each>
    <xsl:text>&#10;</xsl:text>
    <xsl:if test="exists($notes)">
      <xsl:text>&#10;&#10;Notes&#10;-----&#10;</xsl:text>
    </xsl:if>
    <xsl:for-each select="$notes">
      <xsl:variable name="marker" as="xs:string" select="'[' || @v:n || '] '"/>
      <xsl:text>&#10;{v:wrap(v:note-words(.), $marker, v:spaces(string-length($marker)))}&#10;</xsl:text>
    </xsl:for-each>
  </xsl:function>

  <!-- A block or its parts: runs of words between inner blocks are blocks of their own: <item>Norland
       <list>…</list></item> → a block 'Norland', then those of the list -->
  <xsl:template match="*[local-name() = $v:block-names]" mode="v:blocks" as="element(v:block)*">
    <xsl:param name="indent" as="xs:integer" select="0" tunnel="yes"/>
    <xsl:variable name="block" as="element()" select="."/>
    <xsl:for-each-group select="node()" group-adjacent="v:is-block(.)">
      <xsl:choose>
        <xsl:when test="current-grouping-key()">
          <xsl:apply-templates select="current-group()" mode="v:blocks"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:variable name="words" as="xs:string" select="normalize-space(string-join(current-group() ! v:words(.)))"/>
          <xsl:if test="translate($words, $v:line-end, '')">
            <xsl:variable name="heading" as="xs:boolean" select="exists($block/self::head[parent::div or parent::body])"/>
            <v:block indent="{$indent}" marker="" heading="{if ($heading) then 'yes' else 'no'}"
                tight="{if ($block/self::head[parent::list]) then 'first' else 'no'}">
              <xsl:text>{$words}</xsl:text>
            </v:block>
          </xsl:if>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <!-- An item: its marker (printed label or glyph) before its first block, the others further in: <item
       rend="bullet">Falk</item> → <v:block marker="• ">Falk</v:block> -->
  <xsl:template match="item" mode="v:blocks" as="element(v:block)*" priority="1">
    <xsl:param name="indent" as="xs:integer" select="0" tunnel="yes"/>
    <xsl:variable name="label" as="element(label)?" select="preceding-sibling::*[1][self::label]"/>
    <xsl:variable name="marker" as="xs:string" select="
        if (exists($label)) then normalize-space(v:words($label)) || ' ' else if (@rend) then '• ' else ''"/>
    <xsl:variable name="own-words" as="xs:boolean" select="exists(node()[not(v:is-block(.))][normalize-space()])"/>
    <xsl:variable name="further-in" as="xs:integer" select="
        if ($marker ne '') then string-length($marker) else if ($own-words) then 2 else 0"/>
    <xsl:variable name="blocks" as="element(v:block)*">
      <xsl:next-match>
        <xsl:with-param name="indent" as="xs:integer" select="$indent + $further-in" tunnel="yes"/>
      </xsl:next-match>
    </xsl:variable>
    <xsl:variable name="tight" as="xs:string" select="if (p) then 'no' else 'yes'"/>
    <xsl:variable name="first-tight" as="xs:string" select="if ($further-in = 0 and list) then 'first' else $tight"/>
    <xsl:for-each select="$blocks">
      <xsl:variable name="first" as="xs:boolean" select="position() = 1"/>
      <v:block indent="{if ($first) then $indent else @indent}" marker="{if ($first) then $marker || @marker else @marker}"
          heading="no" tight="{if ($first) then $first-tight else $tight}">{.}</v:block>
    </xsl:for-each>
  </xsl:template>

  <!-- A row: its cells side by side. <row><cell>Barges</cell><cell>11</cell></row> → 'Barges | 11' -->
  <xsl:template match="row" mode="v:blocks" as="element(v:block)" priority="1">
    <xsl:param name="indent" as="xs:integer" select="0" tunnel="yes"/>
    <v:block indent="{$indent}" marker="" heading="no" tight="{if (preceding-sibling::row) then 'yes' else 'first'}">
      <xsl:text>{string-join(cell ! normalize-space(v:words(.)), ' | ')}</xsl:text>
    </v:block>
  </xsl:template>

  <!-- Dialogue: the speaker's name runs into the first words. -->
  <xsl:template match="sp" mode="v:blocks" as="element(v:block)*" priority="1">
    <xsl:variable name="blocks" as="element(v:block)*">
      <xsl:apply-templates select="* except speaker" mode="v:blocks"/>
    </xsl:variable>
    <xsl:variable name="speaker" as="xs:string" select="normalize-space(string-join(speaker ! v:words(.), ' '))"/>
    <v:block indent="0" marker="" heading="no">{string-join(($speaker, $blocks[1]), ' ')}</v:block>
    <xsl:sequence select="tail($blocks)"/>
  </xsl:template>

  <!-- A label stands before its item, a note that hangs nowhere only among the notes: <label>1.</label> → nothing -->
  <xsl:template match="label | note" mode="v:blocks" as="element(v:block)*" priority="2"/>

  <!-- v:wrap('a long text', '1. ', '   ') with a width of 9 → '1. a long&#10;   text' -->
  <xsl:function name="v:wrap" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="first" as="xs:string"/>
    <xsl:param name="others" as="xs:string"/>
    <xsl:variable name="lines" as="xs:string*">
      <xsl:for-each select="tokenize($text, $v:line-end) ! normalize-space(.)">
        <xsl:sequence select="v:wrap-line(., if (position() = 1) then $first else $others, $others)"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="string-join($lines, '&#10;')"/>
  </xsl:function>

  <!-- As v:wrap, for a text without line ends: its lines: ('a long text', '1. ', '   ') with a width of 9 → '1. a
       long', '   text' -->
  <xsl:function name="v:wrap-line" as="xs:string*">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="first" as="xs:string"/>
    <xsl:param name="others" as="xs:string"/>
    <xsl:iterate select="tokenize($text)">
      <xsl:param name="line" as="xs:string" select="$first"/>
      <xsl:param name="fresh" as="xs:boolean" select="true()"/>
      <xsl:on-completion>
        <xsl:sequence select="$line[not($fresh)]"/>
      </xsl:on-completion>
      <xsl:variable name="longer" as="xs:string" select="$line || (if ($fresh) then '' else ' ') || ."/>
      <xsl:variable name="fits" as="xs:boolean" select="$fresh or string-length($longer) le xs:integer($width)"/>
      <xsl:if test="not($fits)">
        <xsl:sequence select="$line"/>
      </xsl:if>
      <xsl:next-iteration>
        <xsl:with-param name="line" select="if ($fits) then $longer else $others || ."/>
        <xsl:with-param name="fresh" select="false()"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <!-- v:spaces(3) → '   ' -->
  <xsl:function name="v:spaces" as="xs:string">
    <xsl:param name="count" as="xs:integer"/>
    <xsl:sequence select="string-join((1 to $count) ! ' ')"/>
  </xsl:function>

  <!-- A line of as many characters as a heading has, at most the width: v:rule('=', 'Abc') → '===' -->
  <xsl:function name="v:rule" as="xs:string">
    <xsl:param name="char" as="xs:string"/>
    <xsl:param name="heading" as="xs:string"/>
    <xsl:sequence select="string-join((1 to min((string-length($heading), xs:integer($width)))) ! $char)"/>
  </xsl:function>

</xsl:stylesheet>
