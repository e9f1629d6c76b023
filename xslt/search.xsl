<?xml version="1.0" encoding="UTF-8"?>
<!--
  One document → its paragraphs for the search, as JSON: where to link, what they say, who speaks.

      <p xml:id="p-2"><said who="#falk">Nothing had been done.</said></p>  →  [["p-2","Nothing had been done.",["falk"]], …]
-->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:verbale:xslt"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:import href="words.xsl"/>

  <xsl:output method="json" encoding="UTF-8"/>

  <xsl:template match="/" as="array(*)">
    <xsl:variable name="tei" as="element(TEI)" select="v:normalized(TEI)"/>
    <xsl:sequence select="array { $tei/text//*[v:is-found(.)] ! v:entry(.) }"/>
  </xsl:template>

  <!-- Whether an element is a result of its own: a note, or a block with words that are in no inner block:
       <p>words</p> → true; <list><item>words</item></list> → false for the list -->
  <xsl:function name="v:is-found" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        exists($element/self::note)
        or (v:is-block($element) and empty($element/(ancestor::note, self::label))
          and exists($element/node()[not(v:is-block(.))][normalize-space()]))"/>
  </xsl:function>

  <!-- See the example at the head of this file: <p xml:id="p-2">Nothing.</p> → ['p-2', 'Nothing.', []] -->
  <xsl:function name="v:entry" as="array(*)?">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="nodes" as="node()*" select="$element/node()[not(v:is-block(.))]"/>
    <xsl:variable name="words" as="xs:string" select="
        normalize-space(translate(string-join($nodes ! v:words(.)), $v:line-end, ' '))"/>
    <xsl:variable name="speech" as="element()*" select="
        $element/(descendant-or-self::*[@v:turn], ancestor::sp[1])"/>
    <xsl:sequence select="
        if ($words = '') then ()
        else [
          string($element/ancestor-or-self::*[@xml:id and not(self::TEI)][1]/@xml:id),
          $words,
          array { distinct-values($speech/@v:key) ! string(.) }
        ]"/>
  </xsl:function>

</xsl:stylesheet>
